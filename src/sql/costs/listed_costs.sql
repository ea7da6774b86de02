-- One row per dish and cost in the cost list that was read.
select
    reading.source as list,
    dishes.name as dish,
    prices.price as cost,
    min(sales.first_line) as line
from coded_sales as sales
inner join names as dishes on dishes.role = 'dish' and sales.dish = dishes.code
inner join prices on sales.price = prices.code
cross join reading
group by reading.source, dishes.name, prices.price
