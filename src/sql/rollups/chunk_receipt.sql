-- One row per chunk: what its kept lines come to, counted apart from the rollups that it checks.
select count(*) as lines_kept, sum(amount)::decimal(38, 2) as revenue
from kept_lines
