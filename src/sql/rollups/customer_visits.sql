-- One row per restaurant and customer: the sources merged.
select restaurant, customer, sum(visits)::bigint as visits, sum(revenue)::decimal(38, 2) as revenue
from source_customer_visits
group by restaurant, customer
