-- One row per restaurant that has the dish named in `subject`, that of the most orders first, with the dish's ranks there.
select
    own.restaurant as restaurant_names,
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
from dish_sales as own
inner join dish_sales as others on own.restaurant = others.restaurant and others.dish is not null
where own.dish = (select name from subject)
group by own.restaurant, own.dish, own.orders, own.revenue
order by order_count desc, restaurant_names
