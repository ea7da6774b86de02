-- One row per dish of which it is known what it costs to make: in all lists one cost, at or above zero.
select dish, min(cost) as cost
from listed_costs
where cost >= 0
group by dish
having min(cost) = max(cost)
