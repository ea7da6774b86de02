-- One row per name that shares a first place, or misses it so closely that it can be chance; at most twenty per place.
-- A restaurant has its tied dishes and visitors or, without a tie, the ones that are too close to call. For
-- customer_stats, these are the customers with the most visits among the customers of the most restaurants.
-- The variance of a sum over random lines is the sum of their squares. A lead can be chance if two equally popular
-- names would differ as much in more than one of twenty files. This limit is 1.96 standard deviations, with a
-- continuity correction of half a line.
with standings as (
    select
        'popular_dishes' as table_name,
        restaurant,
        dish as name,
        orders::decimal(38, 2) as total,
        lines,
        squared_orders as variance
    from dish_sales
    where dish is not null
    union all
    select
        'profitable_dishes' as table_name,
        restaurant,
        dish as name,
        revenue as total,
        lines,
        squared_revenue as variance
    from dish_sales
    where dish is not null and revenue is not null
    union all
    select
        'frequent_visitors' as table_name,
        restaurant,
        customer as name,
        visits as total,
        visits as lines,
        visits as variance
    from customer_visits
    where customer is not null
),

firsts as (
    select
        table_name,
        restaurant,
        max(total) as total,
        arg_max(abs(total) / lines, total) as step,
        arg_max(variance, total) as variance
    from standings
    group by table_name, restaurant
),

near as (
    select
        standings.table_name,
        standings.restaurant,
        standings.name,
        standings.total,
        standings.total = firsts.total as is_tied
    from standings
    inner join firsts
        on standings.table_name = firsts.table_name and standings.restaurant = firsts.restaurant
    where
        standings.total = firsts.total
        or firsts.total - standings.total - (firsts.step + abs(standings.total) / standings.lines) / 2
        <= 1.96 * sqrt(firsts.variance + standings.variance)
),

-- Nearly all of a million customers can be close, so only the names that a report can show are sorted.
places as (
    select
        table_name,
        restaurant,
        count(*) as names,
        count(*) filter (where is_tied) as tied_names
    from near
    group by table_name, restaurant
),

-- `max` allocates a list of twenty per restaurant at once. A million lists would not fit into memory, so only the few
-- restaurants with more names are included.
cuts as (
    select near.table_name, near.restaurant, max(near.total, 20)[-1] as least_total
    from near
    inner join places on near.table_name = places.table_name and near.restaurant = places.restaurant
    where places.names > 20
    group by near.table_name, near.restaurant
),

placed as (
    select
        near.table_name,
        near.restaurant,
        near.name,
        near.total,
        case when places.tied_names > 1 then 'tied' else 'too close to call' end as verdict,
        case when places.tied_names > 1 then places.tied_names else places.names end as contenders,
        row_number() over (
            partition by near.table_name, near.restaurant
            order by near.total desc, near.name
        ) as place
    from near
    inner join places on near.table_name = places.table_name and near.restaurant = places.restaurant
    left join cuts on near.table_name = cuts.table_name and near.restaurant = cuts.restaurant
    where
        places.names > 1
        and (near.is_tied or places.tied_names = 1)
        and (cuts.least_total is null or near.total >= cuts.least_total)
),

travellers as (
    select customer_visits.customer as name, sum(customer_visits.visits) as total
    from customer_visits
    inner join customer_stats on customer_visits.customer = customer_stats.first_name
    where customer_stats.restaurants_visited = (select max(restaurants_visited) from customer_stats)
    group by customer_visits.customer
)

select table_name, restaurant, name, total, verdict, contenders, place
from placed
where place <= 20
union all
select
    'customer_stats' as table_name,
    null as restaurant,
    name,
    total,
    'tied' as verdict,
    count(*) over () as contenders,
    row_number() over (order by name) as place
from travellers
where total = (select max(total) from travellers)
qualify place <= 20
order by place, table_name, restaurant
limit 20000
