-- One row per rejected order line of the chunk: its physical line, the reasons for rejecting it, and its price.
select line, reasons, is_total::integer as is_total, amount as price
from judged_lines
where reasons is not null
