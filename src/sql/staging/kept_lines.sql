-- One row per kept order line of the chunk: deletes the rejected ones.
delete from raw_lines
where line in (select line from rejected_lines)
