-- The tables that the models read and fill.
-- The reader numbers the distinct raw values of each role in a file. These numbers are called codes.
-- Code -1 means that the file has no column for the role.

-- One row: the input table that is being read, and its settings.
create table reading (source integer, decimal_mark varchar, price_is_line_total boolean);

-- The chunk that is being read. The next chunk replaces these rows.
create table raw_values (role varchar, code integer, text varchar, is_valid utinyint);
create table raw_lines (
    line integer, restaurant integer, dish integer, customer integer, price integer, quantity integer
);
-- The rejected lines of the chunk, which are deleted from `raw_lines` before the chunk is added up.
create table rejected_lines (line integer, reasons varchar, is_total integer, price decimal(12, 2));

create table raw_repeats (
    line integer, times integer, restaurant integer, dish integer, customer integer, price integer, quantity integer
);
-- Texts to look up among the known names.
create table raw_texts (text varchar);
-- One row: the picked restaurant.
create table picked (restaurant varchar);
-- One row: the dish or the customer that a person asks about.
create table subject (name varchar);

-- The costs in the cost lists.
create table listed_costs (list integer, dish varchar, cost decimal(12, 2), line integer);

-- The cleaned values of the input table that is being read. `raw` is set only if cleaning changed the value.
create table names (
    role varchar, code integer, name varchar, reason varchar, is_total boolean, raw varchar
);
create table prices (code integer, price decimal(12, 2), reason varchar, raw varchar);
-- `factor` multiplies the price. It is 1 if the price is a line total.
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

-- The sums of the input tables in the running load.
-- `lines` is the number of order lines in a sum. The sums of squares measure how much chance can change the sum.
create table fresh_dish_sales (
    source integer, restaurant varchar, dish varchar, orders bigint, revenue decimal(38, 2),
    lines bigint, squared_orders double, squared_revenue double
);
create table fresh_customer_visits (
    source integer, restaurant varchar, customer varchar, visits bigint, revenue decimal(38, 2)
);
-- Prices per item in logarithmic ranges, so that a dish has few rows.
create table fresh_dish_prices (
    source integer, dish varchar, magnitude integer, lines bigint,
    least_price decimal(18, 2), greatest_price decimal(18, 2), first_line integer
);
create table fresh_receipts (
    source integer, records_read bigint, records_rejected bigint, lines_kept bigint, revenue decimal(38, 2)
);

-- The sums of the input tables behind the reports, kept separate so that an input table can be removed.
create table source_dish_sales as from fresh_dish_sales;
create table source_customer_visits as from fresh_customer_visits;
create table source_dish_prices as from fresh_dish_prices;
create table source_receipts as from fresh_receipts;

create table dish_sales as select * exclude (source) from source_dish_sales;
create table customer_visits as select * exclude (source) from source_customer_visits;
