-- One row per restaurant and dish, and per dish of all restaurants (restaurant NULL), counting orders with a price.
-- Adds up the sources again, because dish_sales mixes orders without prices and revenue from different files.
-- A dish can be placed in the chart if it has orders and a price of zero or more. The average price is computed in
-- whole hundredths, rounded half away from zero, because a quotient of decimals would be a float.
with dishes as (
    select
        restaurant,
        dish,
        sum(orders) filter (where revenue is not null) as orders,
        sum(revenue) as revenue
    from source_dish_sales
    where dish is not null
    group by grouping sets ((restaurant, dish), (dish))
)

select
    restaurant,
    dish,
    orders,
    revenue,
    (orders > 0 and revenue >= 0) is true as is_placed,
    case
        when orders > 0 and revenue >= 0
            then ((200 * revenue + orders)::hugeint // (2 * orders))::decimal(30, 0) * 0.01
    end as average_price
from dishes
