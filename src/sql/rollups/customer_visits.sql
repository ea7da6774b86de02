-- One row per restaurant and customer, summed over the sources.
select restaurant, customer, as_count(sum(visits)) as visits, as_money(sum(revenue)) as revenue
from source_customer_visits
group by restaurant, customer
