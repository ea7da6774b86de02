-- The functions that the models use, in GoogleSQL, with the same names as in `macros.sql`.

create temp function replace_white_space(value string, replacement string) returns string as (
    regexp_replace(
        value,
        r'[\x09-\x0D\x20\x{85}\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+',
        replacement
    )
);

create temp function without_controls(value string) returns string as (
    regexp_replace(value, r'[\x00-\x08\x0E-\x1F\x7F-\x{84}\x{86}-\x{9F}]+', '')
);

create temp function without_currency(value string) returns string as (
    regexp_replace(value, r'\p{Sc}+', '')
);

create temp function nfc(value string) returns string as (normalize(value, NFC));

create temp function as_plain_number(value string, decimal_mark string) returns string as (
    translate(
        replace_white_space(value, ''),
        '０１２３４５６７８９．，＋－（）' || case when decimal_mark = ',' then '.,' else '' end,
        case when decimal_mark = ',' then '0123456789,.+-(),.' else '0123456789.,+-()' end
    )
);

create temp function matches(value string, pattern string) returns bool as (regexp_contains(value, pattern));

create temp function whole_part(number string) returns string as (regexp_extract(number, r'^[^.]*'));

create temp function to_integer(digits string) returns int64 as (cast('0' || digits as int64));

-- Cuts after the third decimal, which decides the rounding. More decimals could be rounded twice or exceed the type.
create temp function to_money(digits string) returns numeric as (
    round(cast(regexp_extract('0' || digits, r'^[0-9]+[.]?[0-9]{0,3}') as numeric), 2)
);

create temp function joined_reasons(
    first string, second string, third string, fourth string, fifth string, sixth string
) returns string as (array_to_string([first, second, third, fourth, fifth, sixth], '; '));

create temp function amount_of(price numeric, factor int64) returns numeric as (price * factor);

create temp function as_count(value int64) returns int64 as (value);

create temp function as_money(value numeric) returns numeric as (value);

create temp function as_float(value any type) as (cast(value as float64));

create temp function as_wide(value int64) returns bignumeric as (cast(value as bignumeric));
