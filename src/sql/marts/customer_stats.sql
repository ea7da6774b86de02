-- One row per customer.
-- Visits and the restaurant's place by name are packed into one number. Its maximum is the most visited restaurant.
with places as (
    select restaurant, row_number() over (order by restaurant) as place
    from (select distinct restaurant from customer_visits where customer is not null)
),

customers as (
    select
        customer_visits.customer,
        count(*) as restaurants_visited,
        sum(customer_visits.visits) as visits,
        max(customer_visits.visits * 4294967296 - places.place) as most_visited
    from customer_visits
    inner join places on customer_visits.restaurant = places.restaurant
    where customer_visits.customer is not null
    group by customer_visits.customer
)

select
    customers.customer as first_name,
    customers.restaurants_visited,
    places.restaurant as most_visited_restaurant
from customers
inner join places on places.place = mod(4294967296 - mod(customers.most_visited, 4294967296), 4294967296)
order by customers.restaurants_visited desc, customers.visits desc, first_name
