-- One row per restaurant, dish, price and quantity of the chunk's kept lines, as codes.
-- There are few combinations, so names and amounts are looked up once per file and not once per line.
select restaurant, dish, price, quantity, count(*) as lines, min(line) as first_line
from raw_lines
group by restaurant, dish, price, quantity
