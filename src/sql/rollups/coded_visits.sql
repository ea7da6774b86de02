-- One row per restaurant and customer of the chunk's kept lines, both still as codes.
select
    lines.restaurant,
    lines.customer,
    count(*) as visits,
    sum((prices.price * quantities.factor)::decimal(18, 2))::decimal(38, 2) as revenue,
    min(lines.line) as first_line
from raw_lines as lines
inner join prices on lines.price = prices.code
inner join quantities on lines.quantity = quantities.code
group by lines.restaurant, lines.customer
