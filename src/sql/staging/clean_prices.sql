-- One row per distinct raw price: the amount rounded half away from zero, or the reason for rejecting it.
-- Only a text that matches the pattern is cast: a plain cast would also accept '1e3' and '1_000'.
with plain as (
    select
        raw_values.code,
        raw_values.text as raw,
        raw_values.is_valid = 1 as is_valid,
        as_plain_number(without_currency(raw_values.text), reading.decimal_mark) as text
    from raw_values
    cross join reading
    where raw_values.role = 'price'
),

signed as (
    select
        code,
        raw,
        is_valid,
        text,
        starts_with(text, '-') or ends_with(text, '-') or starts_with(text, '(') as is_negative,
        case
            when starts_with(text, '(') and ends_with(text, ')') then substring(text, 2, length(text) - 2)
            when starts_with(text, '-') or starts_with(text, '+') then substring(text, 2)
            when ends_with(text, '-') then substring(text, 1, length(text) - 1)
            else text
        end as magnitude
    from plain
),

parsed as (
    select
        code,
        raw,
        is_valid,
        is_negative,
        text = '' as is_missing,
        matches(magnitude, '^(?:(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:[.][0-9]*)?|[.][0-9]+)$') as is_number,
        -- Leading zeros are removed, so that the length shows whether a cast would overflow.
        ltrim(replace(magnitude, ',', ''), '0') as digits
    from signed
),

amounts as (
    select
        code,
        is_valid,
        case when matches(digits, '[.][0-9][0-9][0-9]*[1-9]') then raw end as raw,
        is_missing,
        is_number,
        case
            when is_number and length(whole_part(digits)) <= 9
                then case when is_negative then -to_money(digits) else to_money(digits) end
        end as price
    from parsed
)

select
    code,
    case when is_valid and abs(price) < 100000000 then price end as price,
    case
        when not is_valid then 'invalid encoding'
        when is_missing then 'missing price'
        when not is_number then 'bad price'
        when price is null or abs(price) >= 100000000 then 'price out of range'
    end as reason,
    raw
from amounts
