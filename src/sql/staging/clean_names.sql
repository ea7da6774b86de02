-- One row per distinct raw restaurant, dish or customer: its clean name, or the reason for rejecting it.
-- Control characters go first, so that the white space around them becomes one run.
with cleaned as (
    select
        role,
        code,
        text,
        is_valid = 1 as is_valid,
        trim(replace_white_space(nfc(without_controls(text)), ' ')) as name
    from raw_values
    where role in ('restaurant', 'dish', 'customer')
)

select
    role,
    code,
    case when is_valid and name <> '' then name end as name,
    case
        when not is_valid then 'invalid encoding'
        when name = '' then 'missing ' || role
    end as reason,
    case when is_valid and name <> '' then is_total_word(name) end as is_total,
    case when name <> text then text end as raw
from cleaned
