-- One row per restaurant and dish, with the five most ordered dishes of each restaurant.
select
    restaurant as restaurant_names,
    dish as food_names,
    orders as order_count,
    row_number() over (partition by restaurant order by orders desc, dish) as popularity_rank
from dish_sales
where dish is not null
qualify popularity_rank <= 5
order by restaurant_names, popularity_rank
