-- One row per rejected order line of the chunk: its physical line, its reasons, each once, and what a total row adds up to.
-- Only lines with a telling value are judged: mostly there are none, and the lines pass without a search.
-- A row that adds others up is no order: it calls itself one where its dish or its guest would be.
with suspects as (
    select lines.*
    from raw_lines as lines
    semi join telling_values as telling on telling.role = 'restaurant' and lines.restaurant = telling.code
    union
    select lines.*
    from raw_lines as lines
    semi join telling_values as telling on telling.role = 'dish' and lines.dish = telling.code
    union
    select lines.*
    from raw_lines as lines
    semi join telling_values as telling on telling.role = 'customer' and lines.customer = telling.code
    union
    select lines.*
    from raw_lines as lines
    semi join telling_values as telling on telling.role = 'price' and lines.price = telling.code
    union
    select lines.*
    from raw_lines as lines
    semi join telling_values as telling on telling.role = 'quantity' and lines.quantity = telling.code
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
