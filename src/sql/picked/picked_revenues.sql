-- One row per dish of the picked restaurant that has a price, as profitable_dishes ranks them.
select
    dish as food_names,
    revenue as total_revenue
from dish_sales
where dish is not null and revenue is not null and restaurant = (select restaurant from picked)
order by total_revenue desc, food_names
