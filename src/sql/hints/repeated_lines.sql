-- One row per line of the input table that occurs far more often than chance explains.
-- The limit is ten times the count that is expected if customers and dishes of the restaurant are independent.
-- A line is left out if its customer orders nothing else and its dish has no other customer.
with dishes as (
    select fresh.restaurant, fresh.dish, sum(fresh.lines) as lines
    from fresh_dish_sales as fresh
    inner join reading on fresh.source = reading.source
    group by fresh.restaurant, fresh.dish
),

visits as (
    select fresh.restaurant, fresh.customer, sum(fresh.visits) as visits
    from fresh_customer_visits as fresh
    inner join reading on fresh.source = reading.source
    group by fresh.restaurant, fresh.customer
),

totals as (
    select restaurant, sum(visits) as visits
    from visits
    group by restaurant
),

named as (
    select
        repeats.line,
        repeats.times,
        restaurants.name as restaurant,
        dish_names.name as dish,
        customers.name as customer,
        prices.price
    from raw_repeats as repeats
    inner join names as restaurants on restaurants.role = 'restaurant' and repeats.restaurant = restaurants.code
    inner join names as dish_names on dish_names.role = 'dish' and repeats.dish = dish_names.code
    inner join names as customers on customers.role = 'customer' and repeats.customer = customers.code
    inner join prices on repeats.price = prices.code
)

select named.line, named.times, named.restaurant, named.dish, named.customer, named.price
from named
inner join dishes on named.restaurant = dishes.restaurant and named.dish = dishes.dish
inner join visits on named.restaurant = visits.restaurant and named.customer = visits.customer
inner join totals on named.restaurant = totals.restaurant
where
    greatest(dishes.lines, visits.visits) > named.times
    and named.times * totals.visits > 10 * (dishes.lines - named.times) * (visits.visits - named.times)
order by named.times desc, named.line
