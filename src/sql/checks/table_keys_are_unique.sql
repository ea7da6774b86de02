-- Each result table has one row per key.
select table_name || ', ' || key || ': ' || count(*) || ' rows' as offence
from (
    select 'restaurant_stats' as table_name, restaurant_names as key from restaurant_stats
    union all
    select 'popular_dishes' as table_name, restaurant_names || ' no. ' || popularity_rank as key
    from popular_dishes
    union all
    select 'profitable_dishes' as table_name, restaurant_names || ' no. ' || profit_rank as key
    from profitable_dishes
    union all
    select 'customer_stats' as table_name, first_name as key from customer_stats
    union all
    select 'frequent_visitors' as table_name, restaurant_names as key from frequent_visitors
)
group by table_name, key
having count(*) > 1
