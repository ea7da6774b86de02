-- One row per restaurant and dish: the sources merged.
select restaurant, dish, sum(orders)::bigint as orders, sum(revenue)::decimal(38, 2) as revenue
from source_dish_sales
group by restaurant, dish
