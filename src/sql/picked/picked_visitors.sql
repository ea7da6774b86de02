-- One row per customer of the picked restaurant. The customer with the most visits to it comes first.
select
    customer as first_name,
    visits as visit_count,
    revenue as total_revenue
from customer_visits
where customer is not null and restaurant = (select restaurant from picked)
order by visit_count desc, first_name
