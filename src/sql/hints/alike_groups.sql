-- One row per group of names that differ only in case, width or accents. Groups with the most lines come first.
-- Names are grouped by hash first, because integers are much faster to group than a million texts.
select
    role,
    hash(likened(name)) as likeness,
    count(*) over (partition by role) as hints,
    row_number() over (partition by role order by sum(lines) desc, likeness) as place
from named
group by role, likeness
having min(hash(name)) <> max(hash(name))
qualify place <= 200
