-- One row per source, dish and bucket of its prices: the chunks merged.
select
    source,
    dish,
    magnitude,
    sum(lines)::bigint as lines,
    min(least_price) as least_price,
    max(greatest_price) as greatest_price,
    min(first_line) as first_line
from chunk_dish_prices
group by source, dish, magnitude
