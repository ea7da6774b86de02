-- One row per restaurant and dish: the sources merged.
select
    restaurant,
    dish,
    sum(orders)::bigint as orders,
    sum(revenue)::decimal(38, 2) as revenue,
    sum(lines)::bigint as lines,
    sum(squared_orders) as squared_orders,
    sum(squared_revenue) as squared_revenue
from source_dish_sales
group by restaurant, dish
