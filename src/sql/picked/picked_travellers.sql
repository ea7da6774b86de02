-- One row per customer of the picked restaurant, as in customer_stats and in its order.
select
    customer_stats.first_name,
    customer_stats.restaurants_visited,
    customer_stats.most_visited_restaurant
from customer_stats
inner join customer_visits as visits on customer_stats.first_name = visits.customer
where visits.restaurant = (select restaurant from picked)
order by customer_stats.rowid
