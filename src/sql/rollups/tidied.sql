-- One row per kind of tidied value in the input table's kept lines and example of it.
-- The examples are the three values that occur first. `values_in_all` is the number of all values of the kind.
with tidied as (
    select 'trimmed' as kind, names.raw, names.name as clean, sales.lines as times, sales.first_line
    from coded_sales as sales
    inner join names on names.role = 'restaurant' and sales.restaurant = names.code and names.raw is not null
    union all
    select 'trimmed' as kind, names.raw, names.name as clean, sales.lines as times, sales.first_line
    from coded_sales as sales
    inner join names on names.role = 'dish' and sales.dish = names.code and names.raw is not null
    union all
    select 'trimmed' as kind, names.raw, names.name as clean, by_customer.visits as times, by_customer.first_line
    from coded_visits as by_customer
    inner join names on names.role = 'customer' and by_customer.customer = names.code and names.raw is not null
    union all
    select 'rounded' as kind, prices.raw, prices.price::varchar as clean, sales.lines as times, sales.first_line
    from coded_sales as sales
    inner join prices on sales.price = prices.code and prices.raw is not null
    union all
    select 'refund' as kind, prices.price::varchar as raw, null as clean, sales.lines as times, sales.first_line
    from coded_sales as sales
    inner join prices on sales.price = prices.code and prices.price < 0
    union all
    select 'zero' as kind, prices.price::varchar as raw, null as clean, sales.lines as times, sales.first_line
    from coded_sales as sales
    inner join prices on sales.price = prices.code and prices.price = 0
),

by_value as (
    select kind, raw, clean, sum(times) as times, min(first_line) as first_line
    from tidied
    group by kind, raw, clean
)

select kind, raw, clean, first_line, sum(times) over (partition by kind)::bigint as values_in_all
from by_value
qualify row_number() over (partition by kind order by first_line, raw) <= 3
order by kind, first_line, raw
