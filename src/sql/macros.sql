-- The functions that cleaning is written in: the one place for what another engine spells otherwise.
-- White space is Unicode's White_Space, U+200B and U+FEFF: RE2's own \s knows only ASCII.

create or replace macro replace_white_space(value, replacement) as regexp_replace(
    value,
    '[\x09-\x0D\x20\x{85}\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]+',
    replacement,
    'g'
);

-- Control characters that are no white space.
create or replace macro without_controls(value) as regexp_replace(
    value, '[\x00-\x08\x0E-\x1F\x7F-\x{84}\x{86}-\x{9F}]+', '', 'g'
);

create or replace macro without_currency(value) as regexp_replace(value, '\p{Sc}+', '', 'g');

-- Digits and signs in ASCII, the decimal mark a point and what groups the digits a comma.
create or replace macro as_plain_number(value, decimal_mark) as translate(
    replace_white_space(value, ''),
    '０１２３４５６７８９．，＋－（）' || case when decimal_mark = ',' then '.,' else '' end,
    case when decimal_mark = ',' then '0123456789,.+-(),.' else '0123456789.,+-()' end
);
