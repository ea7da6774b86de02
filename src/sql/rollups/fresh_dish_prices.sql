-- One row per dish of the table of orders that was read and bucket of its prices a piece, whatever their sign. A gift has no price.
-- A line's total is shared out in whole hundredths, rounded half up. Ten buckets make a tenfold price.
with by_code as (
    select dish, price, quantity, sum(lines)::bigint as lines, min(first_line) as first_line
    from coded_sales
    group by dish, price, quantity
),

apiece as (
    select
        reading.source,
        dishes.name as dish,
        by_code.lines,
        by_code.first_line,
        case
            when reading.price_is_line_total
                then (
                    (2 * (abs(prices.price) * 100)::bigint + abs(quantities.quantity))
                    // nullif(2 * abs(quantities.quantity), 0) * 0.01
                )::decimal(18, 2)
            else abs(prices.price)::decimal(18, 2)
        end as price
    from by_code
    cross join reading
    inner join names as dishes on dishes.role = 'dish' and by_code.dish = dishes.code
    inner join prices on by_code.price = prices.code
    inner join quantities on by_code.quantity = quantities.code
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
