-- One row: what the kept lines of the table of orders come to.
-- `is_tidied`: whether any of its values was changed by cleaning, or is a price of zero or below.
select
    coalesce(sum(lines), 0)::bigint as lines,
    sum(amount * lines)::decimal(38, 2) as revenue,
    (
        exists (from names where raw is not null)
        or exists (from prices where raw is not null or price <= 0)
    )::integer as is_tidied
from named_sales
