-- One row per restaurant, dish, price and quantity, as codes, summed over the chunks.
select restaurant, dish, price, quantity, sum(lines)::bigint as lines, min(first_line) as first_line
from coded_sales
group by restaurant, dish, price, quantity
