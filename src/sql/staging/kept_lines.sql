-- One row per kept order line of the chunk, because the rejected lines are deleted.
delete from raw_lines
where line in (select line from rejected_lines)
