-- One row per restaurant.
select
    restaurant as restaurant_names,
    nullif(count(customer), 0) as customer_count,
    sum(revenue) as total_revenue
from customer_visits
group by restaurant
order by restaurant_names
