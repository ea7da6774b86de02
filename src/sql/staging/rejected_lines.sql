-- One row per rejected order line of the chunk: its physical line and its reasons, and what a total row adds up to.
select
    judged_lines.line,
    judged_lines.reasons,
    judged_lines.is_total::integer as is_total,
    prices.price
from judged_lines
inner join prices on judged_lines.price = prices.code
where judged_lines.reasons is not null
order by judged_lines.line
