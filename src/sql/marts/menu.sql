-- One row per restaurant and dish, the two hundred ordered most per restaurant; and of all restaurants (NULL).
-- Lines without a price count nowhere, so the sources are added up anew: in dish_sales the orders of a file without
-- prices stand beside the revenue of one with them. A dish is placed where it has orders and a price at or above zero.
with dishes as (
    select
        restaurant,
        dish,
        sum(orders) filter (where revenue is not null) as orders,
        sum(revenue) as revenue
    from source_dish_sales
    where dish is not null
    group by grouping sets ((restaurant, dish), (dish))
),

menus as (
    select
        restaurant,
        count(*) filter (where orders > 0 and revenue >= 0) as dishes,
        count(*) as all_dishes,
        sum(orders) filter (where orders > 0 and revenue >= 0) as menu_orders,
        sum(revenue) filter (where orders > 0 and revenue >= 0) as menu_revenue,
        max(orders, 200) filter (where orders > 0 and revenue >= 0)[-1] as least_orders
    from dishes
    group by restaurant
)

-- The price is halved away from zero in whole hundredths: a quotient of decimals would be a float.
select
    dishes.restaurant,
    dishes.dish,
    dishes.orders,
    dishes.revenue,
    ((200 * dishes.revenue + dishes.orders)::hugeint // (2 * dishes.orders))::decimal(30, 0) * 0.01 as average_price,
    menus.dishes,
    least(menus.dishes, 200) as drawn,
    menus.all_dishes - menus.dishes as left_out,
    menus.menu_orders,
    menus.menu_revenue
from dishes
inner join menus on dishes.restaurant is not distinct from menus.restaurant
where dishes.orders > 0 and dishes.revenue >= 0 and dishes.orders >= menus.least_orders
qualify row_number() over (partition by dishes.restaurant order by dishes.orders desc, dishes.dish) <= 200
order by dishes.restaurant nulls first, dishes.orders desc, dishes.dish
