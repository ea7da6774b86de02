-- One row per rejected order line of the chunk: its physical line and its reasons, each once.
select
    lines.line,
    concat_ws(
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
    ) as reasons
from raw_lines as lines
inner join names as restaurants on restaurants.role = 'restaurant' and lines.restaurant = restaurants.code
inner join names as dishes on dishes.role = 'dish' and lines.dish = dishes.code
inner join names as customers on customers.role = 'customer' and lines.customer = customers.code
inner join prices on lines.price = prices.code
inner join quantities on lines.quantity = quantities.code
where
    restaurants.reason is not null
    or dishes.reason is not null
    or customers.reason is not null
    or prices.reason is not null
    or quantities.reason is not null
order by lines.line
