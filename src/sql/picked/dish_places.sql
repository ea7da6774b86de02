-- One row for all restaurants together (restaurant NULL), then one row per restaurant with the dish named in `subject`.
-- A row has the ranks of the dish at the restaurant. The restaurant with the most orders comes first.
with menus as (
    select restaurant, dish, sum(orders) as orders, sum(revenue) as revenue
    from dish_sales
    where dish is not null
    group by grouping sets ((dish), (restaurant, dish))
)

select
    own.restaurant as restaurant_names,
    own.orders as order_count,
    own.revenue as total_revenue,
    1 + count(*) filter (
        where others.orders > own.orders or (others.orders = own.orders and others.dish < own.dish)
    ) as popularity_rank,
    case
        when own.revenue is not null
            then
                1 + count(*) filter (
                    where others.revenue > own.revenue
                    or (others.revenue = own.revenue and others.dish < own.dish)
                )
    end as profit_rank,
    count(*) as dishes
from menus as own
inner join menus as others on own.restaurant is not distinct from others.restaurant
where own.dish = (select name from subject)
group by own.restaurant, own.dish, own.orders, own.revenue
order by own.restaurant is not null, order_count desc, restaurant_names
