-- One row per order line of the chunk: its names as codes and its amount, and if it is rejected its reasons, each once.
-- Of the names only those are looked up that say something of their line: mostly there are none, and the lines pass
-- without a search. A row that adds others up is no order: it calls itself one where its dish or its guest would be.
with telling as (
    select role, code, reason, is_total
    from names
    where reason is not null or is_total
),

judged as (
    select
        lines.line,
        lines.restaurant,
        lines.dish,
        lines.customer,
        lines.price,
        coalesce(quantities.quantity, 1) as quantity,
        (prices.price * case when reading.price_is_line_total then 1 else coalesce(quantities.quantity, 1) end)::decimal(18, 2)
            as amount,
        (restaurants.is_total or dishes.is_total or customers.is_total) is true
        and (lines.dish = -1 or dishes.code is not null)
        and (lines.customer = -1 or customers.code is not null) as is_total,
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
    left join telling as restaurants on restaurants.role = 'restaurant' and lines.restaurant = restaurants.code
    left join telling as dishes on dishes.role = 'dish' and lines.dish = dishes.code
    left join telling as customers on customers.role = 'customer' and lines.customer = customers.code
    inner join prices on lines.price = prices.code
    inner join quantities on lines.quantity = quantities.code
)

select
    * exclude (is_total, reasons),
    coalesce(reasons, case when is_total then 'total row' end) as reasons,
    is_total
from judged
