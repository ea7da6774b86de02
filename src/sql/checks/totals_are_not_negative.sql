-- No restaurant refunded more than it sold. This checks the file and not our computation.
select restaurant_names || ': ' || total_revenue as offence
from restaurant_stats
where total_revenue < 0
order by total_revenue, restaurant_names
