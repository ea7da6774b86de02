-- One row per kept order line of the chunk: those that are rejected are taken out of it.
delete from raw_lines
where line in (select line from rejected_lines)
