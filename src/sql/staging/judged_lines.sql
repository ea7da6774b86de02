-- One row per order line of the chunk: its names as codes and its amount, and if it is rejected its reasons, each once.
select
    lines.line,
    lines.restaurant,
    lines.dish,
    lines.customer,
    coalesce(quantities.quantity, 1) as quantity,
    (prices.price * case when reading.price_is_line_total then 1 else coalesce(quantities.quantity, 1) end)::decimal(18, 2)
        as amount,
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
    end as reasons
from raw_lines as lines
cross join reading
inner join names as restaurants on restaurants.role = 'restaurant' and lines.restaurant = restaurants.code
inner join names as dishes on dishes.role = 'dish' and lines.dish = dishes.code
inner join names as customers on customers.role = 'customer' and lines.customer = customers.code
inner join prices on lines.price = prices.code
inner join quantities on lines.quantity = quantities.code
