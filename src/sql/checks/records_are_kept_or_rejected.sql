-- Each record is either kept or rejected.
select
    'read ' || records_read || ', kept ' || lines_kept || ', rejected ' || records_rejected as offence
from (
    select
        sum(records_read)::bigint as records_read,
        sum(lines_kept)::bigint as lines_kept,
        sum(records_rejected)::bigint as records_rejected
    from source_receipts
)
where records_read <> lines_kept + records_rejected
