-- One row per text and role, if the text is a name in that role in the kept lines of the input table.
-- The table `names` cannot be used, because it also has values that occur in no kept line.
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
