-- A restaurant has one row per customer.
select restaurant || ', ' || coalesce(customer, 'no customer') || ': ' || count(*) || ' rows' as offence
from customer_visits
group by restaurant, customer
having count(*) > 1
