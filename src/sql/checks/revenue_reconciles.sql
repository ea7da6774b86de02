-- The revenue of either rollup is the revenue of the kept lines.
select
    rolled_up.name || ' has ' || coalesce(rolled_up.revenue::varchar, 'none')
    || ', the kept lines ' || coalesce(kept.revenue::varchar, 'none') as offence
from
    (select sum(revenue) as revenue from source_receipts) as kept,
    (
        select 'dish_sales' as name, sum(revenue) as revenue from dish_sales
        union all
        select 'customer_visits' as name, sum(revenue) as revenue from customer_visits
    ) as rolled_up
where kept.revenue is distinct from rolled_up.revenue
