-- One row per restaurant that the customer in `subject` visited. The most visited comes first.
-- `shared_rank` is the same for customers with equal visits; `visit_rank` also orders these customers by name.
select
    own.restaurant as restaurant_names,
    own.visits as visit_count,
    own.revenue as total_revenue,
    1 + count(*) filter (
        where others.visits > own.visits or (others.visits = own.visits and others.customer < own.customer)
    ) as visit_rank,
    1 + count(*) filter (where others.visits > own.visits) as shared_rank,
    count(*) as customers
from customer_visits as own
inner join customer_visits as others on own.restaurant = others.restaurant and others.customer is not null
where own.customer = (select name from subject)
group by own.restaurant, own.customer, own.visits, own.revenue
order by visit_count desc, restaurant_names
