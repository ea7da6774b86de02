-- One row per distinct raw quantity: a whole number, or the reason for rejecting it.
with plain as (
    select
        raw_values.code,
        raw_values.is_valid = 1 as is_valid,
        as_plain_number(raw_values.text, reading.decimal_mark) as text,
        reading.price_is_line_total
    from raw_values
    cross join reading
    where raw_values.role = 'quantity'
),

parsed as (
    select
        code,
        is_valid,
        price_is_line_total,
        text = '' as is_missing,
        matches(text, '^[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:[.]0*)?$') as is_number,
        starts_with(text, '-') as is_negative,
        ltrim(translate(whole_part(text), '+-,', ''), '0') as digits
    from plain
),

whole as (
    select
        code,
        is_valid,
        price_is_line_total,
        is_missing,
        case
            when is_number and length(digits) <= 7
                then case when is_negative then -to_integer(digits) else to_integer(digits) end
        end as quantity
    from parsed
)

select
    code,
    case when is_valid and abs(quantity) <= 1000000 then quantity end as quantity,
    case
        when is_valid and abs(quantity) <= 1000000
            then case when price_is_line_total then 1 else quantity end
    end as factor,
    case
        when not is_valid then 'invalid encoding'
        when is_missing then 'missing quantity'
        when quantity is null or abs(quantity) > 1000000 then 'bad quantity'
    end as reason
from whole
