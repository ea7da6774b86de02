-- One row per customer of the picked restaurant, with the columns and in the order of customer_stats.
select
    customer_stats.first_name,
    customer_stats.restaurants_visited,
    customer_stats.most_visited_restaurant
from customer_stats
inner join customer_visits as visits on customer_stats.first_name = visits.customer
where visits.restaurant = (select restaurant from picked)
order by customer_stats.rowid
