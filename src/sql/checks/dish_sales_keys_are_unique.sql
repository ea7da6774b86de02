-- A restaurant has one row per dish.
select restaurant || ', ' || coalesce(dish, 'no dish') || ': ' || count(*) || ' rows' as offence
from dish_sales
group by restaurant, dish
having count(*) > 1
