-- The rollup has as many visits as there are kept lines.
select 'kept ' || kept.lines || ', in customer_visits ' || rolled_up.lines as offence
from
    (select coalesce(sum(lines_kept), 0)::bigint as lines from source_receipts) as kept,
    (select coalesce(sum(visits), 0)::bigint as lines from customer_visits) as rolled_up
where kept.lines <> rolled_up.lines
