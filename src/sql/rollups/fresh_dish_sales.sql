-- One row per restaurant and dish of the input table.
select
    reading.source,
    sales.restaurant,
    sales.dish,
    as_count(sum(sales.quantity * sales.lines)) as orders,
    as_money(sum(sales.amount * sales.lines)) as revenue,
    as_count(sum(sales.lines)) as lines,
    as_float(sum(as_wide(sales.quantity) * sales.quantity * sales.lines)) as squared_orders,
    sum(as_float(sales.amount) * as_float(sales.amount) * sales.lines) as squared_revenue
from named_sales as sales
cross join reading
group by reading.source, sales.restaurant, sales.dish
