-- One row per text and role that it is a name of in the kept lines of the table of orders that was read.
-- Not by `names`: of several readers one may have read a part in vain, and what it took for names is there too.
with known as (
    select fresh.source, 'restaurant' as role, fresh.restaurant as name
    from fresh_customer_visits as fresh
    union all
    select fresh.source, 'dish' as role, fresh.dish as name
    from fresh_dish_sales as fresh
    union all
    select fresh.source, 'customer' as role, fresh.customer as name
    from fresh_customer_visits as fresh
)

select distinct known.role, raw_texts.text
from raw_texts
inner join known on known.name = trim(raw_texts.text)
inner join reading on known.source = reading.source
