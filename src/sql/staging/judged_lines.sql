-- One row per suspect order line, with the reasons for rejecting it (NULL if it is kept) and its price.
-- A line is a total row if it has a name such as 'Total', and no other name as its dish or customer.
with judged as (
    select
        lines.*,
        (restaurants.is_total or dishes.is_total or customers.is_total) is true
        and (dishes.name is null or dishes.is_total) is true
        and (customers.name is null or customers.is_total) is true as is_total,
        case
            when coalesce(restaurants.reason, dishes.reason, customers.reason, prices.reason, quantities.reason) is not null
                then joined_reasons(
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
        end as faults,
        prices.price as amount
    from suspects as lines
    inner join names as restaurants on restaurants.role = 'restaurant' and lines.restaurant = restaurants.code
    inner join names as dishes on dishes.role = 'dish' and lines.dish = dishes.code
    inner join names as customers on customers.role = 'customer' and lines.customer = customers.code
    inner join prices on lines.price = prices.code
    inner join quantities on lines.quantity = quantities.code
)

select *, coalesce(faults, case when is_total then 'total row' end) as reasons
from judged
