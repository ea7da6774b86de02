-- One row per dish with prices a hundred times its usual price, and one per dish with prices a hundredth of it.
-- The usual price is the price range (bucket) with the most lines. Of two such ranges, it is the cheaper one.
with buckets as (
    select
        dish,
        magnitude,
        sum(lines) as lines,
        min(least_price) as least_price,
        max(greatest_price) as greatest_price,
        min({ 'source': source, 'line': first_line }) as first
    from source_dish_prices
    group by dish, magnitude
),

usual as (
    select *
    from buckets
    qualify row_number() over (partition by dish order by lines desc, magnitude) = 1
)

select
    buckets.dish,
    sum(buckets.lines) as lines,
    min(buckets.least_price) as least_price,
    max(buckets.greatest_price) as greatest_price,
    any_value(usual.lines) as usual_lines,
    any_value(usual.least_price) as least_usual_price,
    any_value(usual.greatest_price) as greatest_usual_price,
    min(buckets.first).source as source,
    min(buckets.first).line as line,
    count(*) over () as hints
from buckets
inner join usual on buckets.dish = usual.dish
where
    buckets.greatest_price >= 100 * usual.least_price
    or 100 * buckets.least_price <= usual.greatest_price
group by buckets.dish, buckets.magnitude > usual.magnitude
order by usual_lines desc, buckets.dish, least_price
limit 200
