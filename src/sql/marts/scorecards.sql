-- One row per restaurant, and first one for all of them together (restaurant NULL).
-- Customers of all restaurants are counted here: those of each do not add up, for many visit several.
select
    restaurant,
    nullif(count(distinct customer), 0) as customers,
    sum(visits) as visits,
    sum(revenue) as revenue
from customer_visits
group by grouping sets ((), (restaurant))
order by grouping(restaurant) desc, restaurant
