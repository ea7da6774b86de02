-- One row per restaurant and customer: the chunks merged.
select restaurant, customer, sum(visits)::bigint as visits, sum(revenue)::decimal(38, 2) as revenue
from chunk_customer_visits
group by restaurant, customer
