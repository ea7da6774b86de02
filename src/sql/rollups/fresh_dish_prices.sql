-- One row per dish of the input table and range (bucket) of prices per item, without sign. Free items are left out.
-- A line total is divided by the quantity in whole hundredths, rounded half up. Ten ranges span a factor of ten.
with apiece as (
    select
        reading.source,
        sales.dish,
        sales.lines,
        sales.first_line,
        case
            when reading.price_is_line_total
                then (
                    (2 * (abs(sales.price) * 100)::bigint + abs(sales.quantity))
                    // nullif(2 * abs(sales.quantity), 0) * 0.01
                )::decimal(18, 2)
            else abs(sales.price)::decimal(18, 2)
        end as price
    from named_sales as sales
    cross join reading
)

select
    source,
    dish,
    floor(10 * log10(price))::integer as magnitude,
    sum(lines)::bigint as lines,
    min(price) as least_price,
    max(price) as greatest_price,
    min(first_line) as first_line
from apiece
where dish is not null and price > 0
group by source, dish, magnitude
