-- One row per dish with a known cost, which is not negative and the same in all lists.
select dish, min(cost) as cost
from listed_costs
where cost >= 0
group by dish
having min(cost) = max(cost)
