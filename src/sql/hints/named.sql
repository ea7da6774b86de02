-- One row per name in a rollup, with its number of order lines. A customer has one row per restaurant.
select 'restaurant' as role, restaurant as name, sum(visits) as lines
from customer_visits
group by restaurant
union all
select 'dish' as role, dish as name, sum(lines) as lines
from dish_sales
where dish is not null
group by dish
union all
select 'customer' as role, customer as name, visits as lines
from customer_visits
where customer is not null
