-- One row per order line of the chunk with a telling value. All other lines are kept without a check.
-- Uses `in`, because DuckDB runs a semi join on role and code pair by pair, and a chunk may have 100,000 telling
-- values.
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
