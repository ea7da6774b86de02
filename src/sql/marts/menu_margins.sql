-- One row per restaurant and dish with a known cost: the two hundred most ordered of each restaurant and of all (NULL).
-- The three most ordered dishes without a known cost follow. As in `menu`, only dishes that can be placed are included.
-- The sums are over dishes with a cost. The margin of a dish is its average price minus its cost.
with placed as (
    select
        dishes.restaurant,
        dishes.dish,
        dishes.orders,
        dishes.average_price,
        costs.cost,
        dishes.revenue - costs.cost * dishes.orders::decimal(18, 0) as total_margin,
        row_number() over (
            partition by dishes.restaurant, costs.cost is null
            order by dishes.orders desc, dishes.dish
        ) as place
    from menu_dishes as dishes
    left join dish_costs as costs on dishes.dish = costs.dish
    where dishes.is_placed
),

menus as (
    select
        restaurant,
        count(cost) as dishes,
        count(*) - count(cost) as without_cost,
        sum(orders) filter (where cost is not null) as menu_orders,
        sum(total_margin) as menu_margin
    from placed
    group by restaurant
),

unplaced as (
    select restaurant, count(*) filter (where not is_placed) as left_out
    from menu_dishes
    group by restaurant
)

select
    placed.restaurant,
    placed.dish,
    placed.orders,
    placed.average_price,
    placed.cost,
    placed.average_price - placed.cost as margin,
    placed.total_margin,
    menus.dishes,
    least(menus.dishes, 200) as drawn,
    menus.without_cost,
    unplaced.left_out,
    menus.menu_orders,
    menus.menu_margin
from placed
inner join menus on placed.restaurant is not distinct from menus.restaurant
inner join unplaced on placed.restaurant is not distinct from unplaced.restaurant
where placed.place <= case when placed.cost is null then 3 else 200 end
order by placed.restaurant nulls first, placed.cost is null, placed.orders desc, placed.dish
