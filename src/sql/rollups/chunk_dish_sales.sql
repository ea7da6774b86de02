-- One row per restaurant and dish of the chunk. Codes are grouped before names are looked at.
with by_code as (
    select
        restaurant,
        dish,
        sum(quantity) as orders,
        sum(amount) as revenue,
        count(*) as lines,
        sum(quantity::bigint * quantity) as squared_orders,
        sum(amount::double * amount::double) as squared_revenue
    from kept_lines
    group by restaurant, dish
)

select
    reading.source,
    restaurants.name as restaurant,
    dishes.name as dish,
    sum(by_code.orders)::bigint as orders,
    sum(by_code.revenue)::decimal(38, 2) as revenue,
    sum(by_code.lines)::bigint as lines,
    sum(by_code.squared_orders)::double as squared_orders,
    sum(by_code.squared_revenue) as squared_revenue
from by_code
cross join reading
inner join names as restaurants on restaurants.role = 'restaurant' and by_code.restaurant = restaurants.code
inner join names as dishes on dishes.role = 'dish' and by_code.dish = dishes.code
group by reading.source, restaurants.name, dishes.name
