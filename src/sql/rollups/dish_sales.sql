-- One row per restaurant and dish: the chunks merged.
select restaurant, dish, sum(orders)::bigint as orders, sum(revenue)::decimal(38, 2) as revenue
from chunk_dish_sales
group by restaurant, dish
