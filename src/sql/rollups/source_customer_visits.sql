-- One row per source, restaurant and customer: the chunks merged.
select
    source,
    restaurant,
    customer,
    sum(visits)::bigint as visits,
    sum(revenue)::decimal(38, 2) as revenue
from chunk_customer_visits
group by source, restaurant, customer
