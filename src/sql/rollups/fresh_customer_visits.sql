-- One row per restaurant and customer of the input table. Codes are grouped before names are looked up.
with by_code as (
    select restaurant, customer, sum(visits) as visits, sum(revenue) as revenue
    from coded_visits
    group by restaurant, customer
)

select
    reading.source,
    restaurants.name as restaurant,
    customers.name as customer,
    as_count(sum(by_code.visits)) as visits,
    as_money(sum(by_code.revenue)) as revenue
from by_code
cross join reading
inner join names as restaurants on restaurants.role = 'restaurant' and by_code.restaurant = restaurants.code
inner join names as customers on customers.role = 'customer' and by_code.customer = customers.code
group by reading.source, restaurants.name, customers.name
