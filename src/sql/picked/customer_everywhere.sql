-- One row for the customer named in `subject`, over all restaurants, with the rank in customer_stats.
-- An unknown customer has no row.
select
    any_value(customer_stats.restaurants_visited) as restaurants_visited,
    sum(visits.visits) as visit_count,
    sum(visits.revenue) as total_revenue,
    any_value(customer_stats.rowid) + 1 as travel_rank,
    (select count(*) from customer_stats) as customers
from customer_visits as visits
inner join customer_stats on visits.customer = customer_stats.first_name
where visits.customer = (select name from subject)
group by visits.customer
