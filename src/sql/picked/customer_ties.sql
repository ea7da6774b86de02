-- One row per run of customers that only their names put in order in customer_stats.
-- Only customers of the picked restaurant are considered, or all customers if no restaurant is picked.
with customers as (
    select
        row_number() over (order by customer_stats.rowid) - 1 as place,
        customer_stats.restaurants_visited,
        visits.visits
    from customer_stats
    inner join (
        select customer, sum(visits) as visits
        from customer_visits
        where customer is not null
        group by customer
    ) as visits on customer_stats.first_name = visits.customer
    where
        not exists (from picked)
        or customer_stats.first_name in (
            select customer
            from customer_visits
            where restaurant = (select restaurant from picked)
        )
)

select min(place) as first_place, count(*) as customers
from customers
group by restaurants_visited, visits
having count(*) > 1
order by first_place
