-- One row per dish of the picked restaurant that has a price, in the order of profitable_dishes.
select
    dish as food_names,
    revenue as total_revenue
from dish_sales
where dish is not null and revenue is not null and restaurant = (select restaurant from picked)
order by total_revenue desc, food_names
