-- One row per restaurant and customer, as codes, summed over the chunks.
select
    restaurant,
    customer,
    sum(visits)::bigint as visits,
    sum(revenue)::decimal(38, 2) as revenue,
    min(first_line) as first_line
from coded_visits
group by restaurant, customer
