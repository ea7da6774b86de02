-- The revenue in both rollups and in restaurant_stats equals the revenue of the kept lines.
select
    summed_up.name || ' has ' || coalesce(summed_up.revenue::varchar, 'none')
    || ', the kept lines ' || coalesce(kept.revenue::varchar, 'none') as offence
from
    (select sum(revenue) as revenue from source_receipts) as kept,
    (
        select 'dish_sales' as name, sum(revenue) as revenue from dish_sales
        union all
        select 'customer_visits' as name, sum(revenue) as revenue from customer_visits
        union all
        select 'restaurant_stats' as name, sum(total_revenue) as revenue from restaurant_stats
    ) as summed_up
where kept.revenue is distinct from summed_up.revenue
