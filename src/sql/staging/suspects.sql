-- One row per order line of the chunk with a value that can cause a rejection. All other lines are kept unchecked.
-- Uses `in`, because a chunk can have 100,000 telling values, and DuckDB compares pair by pair in a semi join on role
-- and code.
select *
from raw_lines
where restaurant in (select code from telling_values where role = 'restaurant')
union
select *
from raw_lines
where dish in (select code from telling_values where role = 'dish')
union
select *
from raw_lines
where customer in (select code from telling_values where role = 'customer')
union
select *
from raw_lines
where price in (select code from telling_values where role = 'price')
union
select *
from raw_lines
where quantity in (select code from telling_values where role = 'quantity')
