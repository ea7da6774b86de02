-- One row per order line of the chunk: its names as codes and its amount, and if it is rejected its reasons, each once.
-- A row that adds others up is no order: it calls itself one where its dish or its guest would be.
with judged as (
    select
        lines.line,
        lines.restaurant,
        lines.dish,
        lines.customer,
        lines.price,
        coalesce(quantities.quantity, 1) as quantity,
        (prices.price * case when reading.price_is_line_total then 1 else coalesce(quantities.quantity, 1) end)::decimal(18, 2)
            as amount,
        coalesce(dishes.is_total, true)
        and coalesce(customers.is_total, true)
        and (restaurants.is_total or dishes.is_total or customers.is_total) is true as is_total,
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
)

select
    * exclude (is_total, reasons),
    coalesce(reasons, case when is_total then 'total row' end) as reasons,
    is_total
from judged
