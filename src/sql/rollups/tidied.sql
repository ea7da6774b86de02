-- One row per kind of tidying and example of it in the table of orders that is read, with how many values of the kind there are.
with by_value as (
    select
        chunks.kind,
        chunks.raw,
        chunks.clean,
        sum(chunks.times) as times,
        min(chunks.first_line) as first_line
    from chunk_tidied as chunks
    inner join reading on chunks.source = reading.source
    group by chunks.kind, chunks.raw, chunks.clean
)

select kind, raw, clean, first_line, sum(times) over (partition by kind)::bigint as values_in_all
from by_value
qualify row_number() over (partition by kind order by first_line nulls last, raw) <= 3 and first_line is not null
order by kind, first_line, raw
