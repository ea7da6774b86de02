-- One row per restaurant, dish, price and quantity of the chunk's kept lines, all still as codes.
-- There are few of them however many lines there are, so that names and amounts are looked up but once in a file.
select restaurant, dish, price, quantity, count(*) as lines, min(line) as first_line
from raw_lines
group by restaurant, dish, price, quantity
