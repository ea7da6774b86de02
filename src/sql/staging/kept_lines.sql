-- One row per kept order line of the chunk, its names still as codes.
select restaurant, dish, customer, quantity, amount
from judged_lines
where reasons is null
