-- One row per distinct raw value that may reject its line: it has a reason, or is a total word.
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
