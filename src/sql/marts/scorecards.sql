-- One row per restaurant, and first one for all of them together (restaurant NULL).
-- Customers of all restaurants are counted once each: those of each restaurant do not add up, for many visit several.
select
    null as restaurant,
    nullif((select count(*) from customer_stats), 0) as customers,
    sum(visits) as visits,
    sum(revenue) as revenue
from customer_visits
union all
(
    select
        restaurant,
        nullif(count(customer), 0) as customers,
        sum(visits) as visits,
        sum(revenue) as revenue
    from customer_visits
    group by restaurant
    order by restaurant
)
