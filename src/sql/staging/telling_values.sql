-- One row per distinct raw value that can cause a rejection: an unusable value, or a name such as 'Total'.
select role, code
from names
where reason is not null or is_total
union all
select 'price' as role, code
from prices
where reason is not null
union all
select 'quantity' as role, code
from quantities
where reason is not null
