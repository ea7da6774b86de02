-- One row per customer.
with ranked as (
    select
        customer,
        restaurant,
        visits,
        row_number() over (partition by customer order by visits desc, restaurant) as place
    from customer_visits
    where customer is not null
)

select
    customer as first_name,
    count(*) as restaurants_visited,
    max(case when place = 1 then restaurant end) as most_visited_restaurant
from ranked
group by customer
order by restaurants_visited desc, sum(visits) desc, first_name
