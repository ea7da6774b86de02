-- One row per dish of the picked restaurant, in the order of popular_dishes.
select
    dish as food_names,
    orders as order_count
from dish_sales
where dish is not null and restaurant = (select restaurant from picked)
order by order_count desc, food_names
