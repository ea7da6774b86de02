-- No restaurant gave back more than it took: a rule for the file, not for what is made of it.
select restaurant_names || ': ' || total_revenue as offence
from restaurant_stats
where total_revenue < 0
order by total_revenue, restaurant_names
