-- One row per distinct raw value that may decide what becomes of its line: one with a reason, or a word for a total.
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
