-- One row per restaurant and customer of the chunk's kept lines, as codes.
select
    lines.restaurant,
    lines.customer,
    count(*) as visits,
    as_money(sum(amount_of(prices.price, quantities.factor))) as revenue,
    min(lines.line) as first_line
from raw_lines as lines
inner join prices on lines.price = prices.code
inner join quantities on lines.quantity = quantities.code
group by lines.restaurant, lines.customer
