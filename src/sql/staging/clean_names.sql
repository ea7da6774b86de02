-- One row per distinct raw restaurant, dish or customer: its clean name, or the reason for rejecting it.
-- Control characters that are no white space go first, so that what they held apart becomes one run.
-- The class is Unicode's White_Space, U+200B and U+FEFF: RE2's own \s knows only ASCII.
with cleaned as (
    select
        role,
        code,
        is_valid = 1 as is_valid,
        trim(regexp_replace(
            nfc_normalize(regexp_replace(text, '[\x00-\x08\x0E-\x1F\x7F-\x{84}\x{86}-\x{9F}]+', '', 'g')),
            '[\x09-\x0D\x20\x{85}\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+',
            ' ',
            'g'
        )) as name
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
    end as reason
from cleaned
