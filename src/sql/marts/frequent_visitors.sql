-- One row per restaurant.
with firsts as (
    select restaurant, max(visits) as visits
    from customer_visits
    where customer is not null
    group by restaurant
)

select
    customer_visits.restaurant as restaurant_names,
    min(customer_visits.customer) as most_frequent_visitor,
    firsts.visits as visit_count
from customer_visits
inner join firsts on customer_visits.restaurant = firsts.restaurant and customer_visits.visits = firsts.visits
where customer_visits.customer is not null
group by customer_visits.restaurant, firsts.visits
order by visit_count desc, restaurant_names
