-- One row per restaurant and dish, summed over the sources.
select
    restaurant,
    dish,
    as_count(sum(orders)) as orders,
    as_money(sum(revenue)) as revenue,
    as_count(sum(lines)) as lines,
    sum(squared_orders) as squared_orders,
    sum(squared_revenue) as squared_revenue
from source_dish_sales
group by restaurant, dish
