-- One row per rejected order line of the chunk: its physical line and its reasons.
select line, reasons
from judged_lines
where reasons is not null
order by line
