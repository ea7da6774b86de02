-- The tables that the models read and fill.
-- Codes are the reader's, one per distinct raw value of a role in a file; code -1 stands for a role
-- that the file does not have.

-- One row: the table of orders that is read at present, and how.
create table reading (source integer, decimal_mark varchar, price_is_line_total boolean);

-- Of the chunk that is read at present, each made anew by its insert.
create table raw_values (role varchar, code integer, text varchar, is_valid utinyint);
create table raw_lines (
    line integer, restaurant integer, dish integer, customer integer, price integer, quantity integer
);
-- Those that are rejected are taken out of `raw_lines` before it is added up.
create table rejected_lines (line integer, reasons varchar, is_total integer, price decimal(12, 2));

create table raw_repeats (
    line integer, times integer, restaurant integer, dish integer, customer integer, price integer, quantity integer
);
-- What is asked to be a name.
create table raw_texts (text varchar);
-- One row: the restaurant that a person has picked.
create table picked (restaurant varchar);
-- One row: the dish or the customer that a person asks about.
create table subject (name varchar);

-- What dishes cost to make, as it stands in the cost lists.
create table listed_costs (list integer, dish varchar, cost decimal(12, 2), line integer);

-- Of the table of orders that is read at present. `raw` where cleaning has changed the value.
create table names (
    role varchar, code integer, name varchar, reason varchar, is_total boolean, raw varchar
);
create table prices (code integer, price decimal(12, 2), reason varchar, raw varchar);
-- `factor` is what multiplies the price: 1 where that is the line's total.
create table quantities (code integer, quantity integer, factor integer, reason varchar);

create table coded_sales (
    restaurant integer, dish integer, price integer, quantity integer, lines bigint, first_line integer
);
create table coded_visits (
    restaurant integer, customer integer, visits bigint, revenue decimal(38, 2), first_line integer
);
create table named_sales (
    restaurant varchar, dish varchar, price decimal(12, 2), quantity integer, amount decimal(18, 2),
    lines bigint, first_line integer
);

-- The tables of orders that were read by the load under way.
-- `lines` are the order lines behind a sum, and the sums of squares tell how far chance can move it.
create table fresh_dish_sales (
    source integer, restaurant varchar, dish varchar, orders bigint, revenue decimal(38, 2),
    lines bigint, squared_orders double, squared_revenue double
);
create table fresh_customer_visits (
    source integer, restaurant varchar, customer varchar, visits bigint, revenue decimal(38, 2)
);
-- What the dishes cost a piece, in buckets a quarter wide, so that there are few of a dish.
create table fresh_dish_prices (
    source integer, dish varchar, magnitude integer, lines bigint,
    least_price decimal(18, 2), greatest_price decimal(18, 2), first_line integer
);
create table fresh_receipts (
    source integer, records_read bigint, records_rejected bigint, lines_kept bigint, revenue decimal(38, 2)
);

-- The tables of orders that the reports are made from, each apart, so that one can be taken away again.
create table source_dish_sales as from fresh_dish_sales;
create table source_customer_visits as from fresh_customer_visits;
create table source_dish_prices as from fresh_dish_prices;
create table source_receipts as from fresh_receipts;

create table dish_sales as select * exclude (source) from source_dish_sales;
create table customer_visits as select * exclude (source) from source_customer_visits;
