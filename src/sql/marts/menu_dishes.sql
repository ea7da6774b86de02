-- One row per restaurant and dish, and per dish of all restaurants together (restaurant NULL): its orders that have a price.
-- Lines without a price count nowhere, so the sources are added up anew: in dish_sales the orders of a file without
-- prices stand beside the revenue of one with them. A dish is placed where it has orders and a price at or above zero:
-- halved away from zero in whole hundredths, for a quotient of decimals would be a float.
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
