-- One row per dish with a known cost: the same cost in all lists, zero or more.
select dish, min(cost) as cost
from listed_costs
where cost >= 0
group by dish
having min(cost) = max(cost)
