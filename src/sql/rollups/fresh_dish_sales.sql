-- One row per restaurant and dish of the table of orders that was read.
select
    reading.source,
    sales.restaurant,
    sales.dish,
    sum(sales.quantity * sales.lines)::bigint as orders,
    sum(sales.amount * sales.lines)::decimal(38, 2) as revenue,
    sum(sales.lines)::bigint as lines,
    sum(sales.quantity::hugeint * sales.quantity * sales.lines)::double as squared_orders,
    sum(sales.amount::double * sales.amount::double * sales.lines) as squared_revenue
from named_sales as sales
cross join reading
group by reading.source, sales.restaurant, sales.dish
