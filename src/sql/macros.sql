-- The functions that the models use, in DuckDB. `functions.googlesql.sql` has the same functions for BigQuery.
-- A macro is expanded where it is used, so it costs nothing.
-- White space is Unicode's White_Space, U+200B and U+FEFF: RE2's own \s knows only ASCII.

create or replace macro replace_white_space(value, replacement) as regexp_replace(
    value,
    '[\x09-\x0D\x20\x{85}\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+',
    replacement,
    'g'
);

-- Control characters except white space.
create or replace macro without_controls(value) as regexp_replace(
    value, '[\x00-\x08\x0E-\x1F\x7F-\x{84}\x{86}-\x{9F}]+', '', 'g'
);

create or replace macro without_currency(value) as regexp_replace(value, '\p{Sc}+', '', 'g');

create or replace macro nfc(value) as nfc_normalize(value);

-- Writes digits and signs in ASCII, the decimal mark as a point, and group separators as commas.
create or replace macro as_plain_number(value, decimal_mark) as translate(
    replace_white_space(value, ''),
    '０１２３４５６７８９．，＋－（）' || case when decimal_mark = ',' then '.,' else '' end,
    case when decimal_mark = ',' then '0123456789,.+-(),.' else '0123456789.,+-()' end
);

create or replace macro matches(value, pattern) as regexp_matches(value, pattern);

-- The digits before the decimal point.
create or replace macro whole_part(number) as split_part(number, '.', 1);

-- Converts at most seven digits without a sign.
create or replace macro to_integer(digits) as ('0' || digits)::integer;

-- Converts digits without a sign, at most nine before the point, and rounds them half away from zero.
create or replace macro to_money(digits) as ('0' || digits)::decimal(12, 2);

-- Joins the values that are not NULL, in order.
create or replace macro joined_reasons(first, second, third, fourth, fifth, sixth) as concat_ws(
    '; ', first, second, third, fourth, fifth, sixth
);

create or replace macro amount_of(price, factor) as (price * factor)::decimal(18, 2);

-- Converts sums to the column types of the result tables.
create or replace macro as_count(value) as value::bigint;

create or replace macro as_money(value) as value::decimal(38, 2);

create or replace macro as_float(value) as value::double;

-- Converts a count to a type that can hold the sum of a hundred million squared counts.
create or replace macro as_wide(value) as value::hugeint;
