-- One row per restaurant and dish, with the five dishes per restaurant that have the most revenue.
select
    restaurant as restaurant_names,
    dish as food_names,
    revenue as total_revenue,
    row_number() over (partition by restaurant order by revenue desc, dish) as profit_rank
from dish_sales
where dish is not null and revenue is not null
qualify profit_rank <= 5
order by restaurant_names, profit_rank
