-- No customer visited more restaurants than there are.
select first_name || ': ' || restaurants_visited || ' of ' || restaurants as offence
from customer_stats
cross join (select count(*) as restaurants from restaurant_stats)
where restaurants_visited > restaurants
