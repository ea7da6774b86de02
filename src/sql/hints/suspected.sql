-- One row per kind of hint that is worth a search.
select 'outlying_prices' as hint
from (
    select dish
    from source_dish_prices
    group by dish
    having max(greatest_price) >= 100 * min(least_price)
    limit 1
)
union all
select 'alike_names' as hint
from (select role from alike_groups limit 1)
union all
select 'small_restaurants' as hint
from (
    select restaurant
    from customer_visits
    group by restaurant
    having sum(visits) <= 3
    limit 1
)
