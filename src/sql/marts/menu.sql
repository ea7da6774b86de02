-- One row per restaurant and dish: the two hundred most ordered of each restaurant, and of all restaurants (NULL).
with menus as (
    select
        restaurant,
        count(*) filter (where is_placed) as dishes,
        count(*) as all_dishes,
        sum(orders) filter (where is_placed) as menu_orders,
        sum(revenue) filter (where is_placed) as menu_revenue
    from menu_dishes
    group by restaurant
),

-- `max` allocates a list of two hundred per restaurant at once. A million lists would not fit into memory, so only
-- the few restaurants with more dishes are included.
cuts as (
    select dishes.restaurant, max(dishes.orders, 200)[-1] as least_orders
    from menu_dishes as dishes
    inner join menus on dishes.restaurant is not distinct from menus.restaurant
    where dishes.is_placed and menus.dishes > 200
    group by dishes.restaurant
)

select
    dishes.restaurant,
    dishes.dish,
    dishes.orders,
    dishes.revenue,
    dishes.average_price,
    menus.dishes,
    least(menus.dishes, 200) as drawn,
    menus.all_dishes - menus.dishes as left_out,
    menus.menu_orders,
    menus.menu_revenue
from menu_dishes as dishes
inner join menus on dishes.restaurant is not distinct from menus.restaurant
left join cuts on dishes.restaurant is not distinct from cuts.restaurant
where dishes.is_placed and (cuts.least_orders is null or dishes.orders >= cuts.least_orders)
qualify row_number() over (partition by dishes.restaurant order by dishes.orders desc, dishes.dish) <= 200
order by dishes.restaurant nulls first, dishes.orders desc, dishes.dish
