-- One row per restaurant.
select
    restaurant as restaurant_names,
    customer as most_frequent_visitor,
    visits as visit_count
from customer_visits
where customer is not null
qualify row_number() over (partition by restaurant order by visits desc, customer) = 1
order by visit_count desc, restaurant_names
