-- One row per kept order line of the chunk, its names still as codes.
select
    lines.restaurant,
    lines.dish,
    lines.customer,
    coalesce(quantities.quantity, 1) as quantity,
    (prices.price * coalesce(quantities.quantity, 1))::decimal(18, 2) as amount
from raw_lines as lines
inner join names as restaurants
    on restaurants.role = 'restaurant' and lines.restaurant = restaurants.code and restaurants.reason is null
inner join names as dishes
    on dishes.role = 'dish' and lines.dish = dishes.code and dishes.reason is null
inner join names as customers
    on customers.role = 'customer' and lines.customer = customers.code and customers.reason is null
inner join prices
    on lines.price = prices.code and prices.reason is null
inner join quantities
    on lines.quantity = quantities.code and quantities.reason is null
