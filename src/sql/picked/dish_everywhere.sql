-- One row, or none: the dish named in `subject` in all restaurants together, and its ranks among all dishes.
with dishes as (
    select dish, sum(orders) as orders, sum(revenue) as revenue
    from dish_sales
    where dish is not null
    group by dish
)

select
    own.orders as order_count,
    own.revenue as total_revenue,
    1 + count(*) filter (
        where others.orders > own.orders or (others.orders = own.orders and others.dish < own.dish)
    ) as popularity_rank,
    case
        when own.revenue is not null
            then
                1 + count(*) filter (
                    where others.revenue > own.revenue
                    or (others.revenue = own.revenue and others.dish < own.dish)
                )
    end as profit_rank,
    count(*) as dishes
from dishes as own
cross join dishes as others
where own.dish = (select name from subject)
group by own.dish, own.orders, own.revenue
