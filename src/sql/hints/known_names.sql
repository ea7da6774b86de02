-- One row per text and role that it is a name of in the table of orders that was read.
select distinct names.role, raw_texts.text
from raw_texts
inner join names on names.name = trim(raw_texts.text)
