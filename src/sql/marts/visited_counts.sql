-- One row per number of restaurants that customers visited.
select
    restaurants_visited,
    count(*) as customers
from customer_stats
group by restaurants_visited
order by restaurants_visited
