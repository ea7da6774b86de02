-- One row per restaurant, after one row for all of them (restaurant NULL).
-- Customers of all restaurants are counted once, so they are fewer than the sum over restaurants.
-- A file without prices has visits but no revenue, so its visits are not counted as priced.
with visited as (
    select
        restaurant,
        sum(visits) as visits,
        coalesce(sum(visits) filter (where revenue is not null), 0) as priced_visits,
        sum(revenue) as revenue
    from source_customer_visits
    group by restaurant
)

select
    visited.restaurant,
    if(
        grouping(visited.restaurant) = 1,
        nullif((select count(*) from customer_stats), 0),
        sum(restaurant_stats.customer_count)
    ) as customers,
    sum(visited.visits) as visits,
    sum(visited.revenue) as revenue,
    sum(visited.priced_visits) as priced_visits,
    sum(restaurant_stats.customer_count) as customers_of_each,
    count(*) as restaurants,
    count(restaurant_stats.customer_count) as restaurants_with_customers,
    count(visited.revenue) as restaurants_with_revenue
from visited
inner join restaurant_stats on visited.restaurant = restaurant_stats.restaurant_names
group by grouping sets ((), (visited.restaurant))
order by grouping(visited.restaurant) desc, visited.restaurant
