-- One row per source, restaurant and dish: the chunks merged.
select
    source,
    restaurant,
    dish,
    sum(orders)::bigint as orders,
    sum(revenue)::decimal(38, 2) as revenue,
    sum(lines)::bigint as lines,
    sum(squared_orders) as squared_orders,
    sum(squared_revenue) as squared_revenue
from chunk_dish_sales
group by source, restaurant, dish
