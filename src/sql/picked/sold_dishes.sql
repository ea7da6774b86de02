-- One row per restaurant and dish.
-- The limit is one more than the page remembers, so that the page can tell when there are too many.
select
    restaurant as restaurant_names,
    dish as food_names,
    orders as order_count,
    revenue as total_revenue
from dish_sales
where dish is not null
order by restaurant_names, food_names
limit 100001
