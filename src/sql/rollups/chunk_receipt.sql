-- One row per chunk: what its kept lines come to, counted apart from the rollups that it checks.
-- `is_tidied`: whether any value so far was changed by cleaning, or is a price of zero or below.
select
    count(*) as lines_kept,
    sum(amount)::decimal(38, 2) as revenue,
    (
        exists (from names where raw is not null)
        or exists (from prices where raw is not null or price <= 0)
    )::integer as is_tidied
from kept_lines
