-- One row per restaurant and customer: the sources merged.
select restaurant, customer, as_count(sum(visits)) as visits, as_money(sum(revenue)) as revenue
from source_customer_visits
group by restaurant, customer
