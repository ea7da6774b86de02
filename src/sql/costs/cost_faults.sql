-- One row per dish and unusable cost: a negative one, or one of several for the dish.
-- The first twenty of each kind in a list, with the number of all.
with faults as (
    select list, line, dish, cost, 'negative' as fault
    from listed_costs
    where cost < 0
    union all
    select list, line, dish, cost, 'several' as fault
    from listed_costs
    where cost >= 0
    qualify min(cost) over (partition by dish) < max(cost) over (partition by dish)
),

counted as (
    select
        *,
        count(*) over (partition by fault, list) as faults,
        min(struct_pack(list, line)) over (partition by fault, dish) as first_place
    from faults
)

select list, line, dish, cost, fault, faults
from counted
qualify row_number() over (partition by fault, list order by first_place, line, cost) <= 20
order by fault, first_place, list, line, cost
