-- One row per rejected order line of the chunk: its physical line, its reasons, each once, and what a total row adds up to.
-- Only lines with a telling value are judged: mostly there are none, and the lines pass without a search.
-- By `in` and not by semi joins on role and code: those DuckDB makes pair by pair, and a chunk may have 100,000 telling values.
-- A row that adds others up is no order: it calls itself one where its dish or its guest would be.
with suspects as (
    select *
    from raw_lines
    where restaurant in (select code from telling_values where role = 'restaurant')
    union
    select *
    from raw_lines
    where dish in (select code from telling_values where role = 'dish')
    union
    select *
    from raw_lines
    where customer in (select code from telling_values where role = 'customer')
    union
    select *
    from raw_lines
    where price in (select code from telling_values where role = 'price')
    union
    select *
    from raw_lines
    where quantity in (select code from telling_values where role = 'quantity')
),

judged as (
    select
        lines.line,
        (restaurants.is_total or dishes.is_total or customers.is_total) is true
        and (lines.dish = -1 or dishes.is_total or dishes.reason is not null) is true
        and (lines.customer = -1 or customers.is_total or customers.reason is not null) is true as is_total,
        case
            when coalesce(restaurants.reason, dishes.reason, customers.reason, prices.reason, quantities.reason) is not null
                then concat_ws(
                    '; ',
                    nullif(restaurants.reason, 'invalid encoding'),
                    nullif(dishes.reason, 'invalid encoding'),
                    nullif(customers.reason, 'invalid encoding'),
                    nullif(prices.reason, 'invalid encoding'),
                    nullif(quantities.reason, 'invalid encoding'),
                    case
                        when 'invalid encoding' in (
                            restaurants.reason, dishes.reason, customers.reason, prices.reason, quantities.reason
                        ) then 'invalid encoding'
                    end
                )
        end as reasons,
        prices.price
    from suspects as lines
    inner join names as restaurants on restaurants.role = 'restaurant' and lines.restaurant = restaurants.code
    inner join names as dishes on dishes.role = 'dish' and lines.dish = dishes.code
    inner join names as customers on customers.role = 'customer' and lines.customer = customers.code
    inner join prices on lines.price = prices.code
    inner join quantities on lines.quantity = quantities.code
)

select line, coalesce(reasons, 'total row') as reasons, is_total::integer as is_total, price
from judged
where reasons is not null or is_total
