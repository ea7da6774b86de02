-- One row per kind of tidying in the chunk's kept lines and value of it, with how often it is there and where first.
-- The first three values of a kind are examples; the others are one row together.
with tidied as (
    select 'trimmed' as kind, names.raw, names.name as clean, lines.line
    from kept_lines as lines
    inner join names on names.role = 'restaurant' and lines.restaurant = names.code and names.raw is not null
    union all
    select 'trimmed' as kind, names.raw, names.name as clean, lines.line
    from kept_lines as lines
    inner join names on names.role = 'dish' and lines.dish = names.code and names.raw is not null
    union all
    select 'trimmed' as kind, names.raw, names.name as clean, lines.line
    from kept_lines as lines
    inner join names on names.role = 'customer' and lines.customer = names.code and names.raw is not null
    union all
    select 'rounded' as kind, prices.raw, prices.price::varchar as clean, lines.line
    from kept_lines as lines
    inner join prices on lines.price = prices.code and prices.raw is not null
    union all
    select 'refund' as kind, prices.price::varchar as raw, null as clean, lines.line
    from kept_lines as lines
    inner join prices on lines.price = prices.code and prices.price < 0
    union all
    select 'zero' as kind, prices.price::varchar as raw, null as clean, lines.line
    from kept_lines as lines
    inner join prices on lines.price = prices.code and prices.price = 0
),

by_value as (
    select kind, raw, clean, count(*) as times, min(line) as first_line
    from tidied
    group by kind, raw, clean
),

placed as (
    select
        *,
        row_number() over (partition by kind order by first_line, raw) <= 3 as is_example
    from by_value
)

select
    reading.source,
    placed.kind,
    case when placed.is_example then placed.raw end as raw,
    case when placed.is_example then placed.clean end as clean,
    sum(placed.times)::bigint as times,
    min(case when placed.is_example then placed.first_line end) as first_line
from placed
cross join reading
group by all
