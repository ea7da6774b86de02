-- One row: the totals of the input table's kept lines.
-- `is_tidied` is 1 if cleaning changed a value or a price is zero or negative.
select
    coalesce(sum(lines), 0)::bigint as lines,
    sum(amount * lines)::decimal(38, 2) as revenue,
    (
        exists (from names where raw is not null)
        or exists (from prices where raw is not null or price <= 0)
    )::integer as is_tidied
from named_sales
