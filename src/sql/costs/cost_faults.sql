-- One row per dish and unusable cost. A cost is unusable if it is negative, or if the dish has several costs.
-- Only the first twenty faults per kind and list are returned, with the number of all such faults.
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
