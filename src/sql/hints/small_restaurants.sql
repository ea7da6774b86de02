-- One row per restaurant with at most three order lines, if the average restaurant has ten times as many.
select
    restaurant,
    lines,
    all_lines // restaurants as average_lines,
    count(*) over () as hints
from (
    select
        restaurant,
        sum(visits) as lines,
        sum(sum(visits)) over () as all_lines,
        count(*) over () as restaurants
    from customer_visits
    group by restaurant
)
where lines <= 3 and 10 * lines * restaurants <= all_lines
order by lines, restaurant
limit 200
