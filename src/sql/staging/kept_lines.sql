-- One row per kept order line of the chunk, its names and its price still as codes.
select line, restaurant, dish, customer, price, quantity, amount
from judged_lines
where reasons is null
