-- One row per restaurant, dish, price and quantity of the input table's kept lines, as values.
-- Chunks are merged first, so that few rows need a lookup.
with by_code as (
    select restaurant, dish, price, quantity, as_count(sum(lines)) as lines, min(first_line) as first_line
    from coded_sales
    group by restaurant, dish, price, quantity
)

select
    restaurants.name as restaurant,
    dishes.name as dish,
    prices.price,
    quantities.quantity,
    amount_of(prices.price, quantities.factor) as amount,
    by_code.lines,
    by_code.first_line
from by_code
inner join prices on by_code.price = prices.code
inner join quantities on by_code.quantity = quantities.code
inner join names as restaurants on restaurants.role = 'restaurant' and by_code.restaurant = restaurants.code
inner join names as dishes on dishes.role = 'dish' and by_code.dish = dishes.code
