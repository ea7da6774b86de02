-- The ranks of a restaurant's dishes are 1, 2, 3 and so on, and totals never increase.
select
    table_name || ', ' || restaurant_names || ' no. ' || rank || ': '
    || case when rank <> place then 'in place ' || place else 'more than the one before' end as offence
from (
    select
        *,
        row_number() over per_restaurant as place,
        lag(total) over per_restaurant as total_before
    from (
        select
            'popular_dishes' as table_name,
            restaurant_names,
            popularity_rank as rank,
            order_count::decimal(38, 2) as total
        from popular_dishes
        union all
        select
            'profitable_dishes' as table_name,
            restaurant_names,
            profit_rank as rank,
            total_revenue as total
        from profitable_dishes
    )
    window per_restaurant as (partition by table_name, restaurant_names order by rank)
)
where rank <> place or total > total_before
