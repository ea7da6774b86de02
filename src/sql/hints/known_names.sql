-- One row per text and role in which the kept lines of the input table use it as a name.
-- `names` cannot answer this: it also has values from parts whose reading was discarded.
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
