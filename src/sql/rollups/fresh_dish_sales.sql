-- One row per restaurant and dish of the table of orders that was read. Codes are grouped before names are looked at.
with by_code as (
    select restaurant, dish, price, quantity, sum(lines)::bigint as lines
    from coded_sales
    group by restaurant, dish, price, quantity
),

amounts as (
    select
        by_code.restaurant,
        by_code.dish,
        by_code.lines,
        quantities.quantity,
        (prices.price * quantities.factor)::decimal(18, 2) as amount
    from by_code
    inner join prices on by_code.price = prices.code
    inner join quantities on by_code.quantity = quantities.code
)

select
    reading.source,
    restaurants.name as restaurant,
    dishes.name as dish,
    sum(amounts.quantity * amounts.lines)::bigint as orders,
    sum(amounts.amount * amounts.lines)::decimal(38, 2) as revenue,
    sum(amounts.lines)::bigint as lines,
    sum(amounts.quantity::hugeint * amounts.quantity * amounts.lines)::double as squared_orders,
    sum(amounts.amount::double * amounts.amount::double * amounts.lines) as squared_revenue
from amounts
cross join reading
inner join names as restaurants on restaurants.role = 'restaurant' and amounts.restaurant = restaurants.code
inner join names as dishes on dishes.role = 'dish' and amounts.dish = dishes.code
group by reading.source, restaurants.name, dishes.name
