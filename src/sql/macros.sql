-- The functions that cleaning and likening are written in: the one place for what another engine spells otherwise.
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

-- Full-width ASCII and half-width katakana in their usual width; NFC then joins a kana with its sound mark.
create or replace macro in_usual_width(value) as case
    when regexp_matches(value, '[\x{FF01}-\x{FF9F}]') then nfc_normalize(translate(
        value,
        '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯ'
        || 'ＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～'
        || '｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ',
        '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNO'
        || 'PQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~'
        || '。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン'
        || chr(12441) || chr(12442)
    ))
    else value
end;

-- Letters without their accents, unless one of the name's marks makes another letter of it: the sound marks of
-- kana, the й, and the marks that stand apart even after NFC, as the vowels of many scripts do.
create or replace macro without_accents(value) as case
    when regexp_matches(
        value,
        '[\p{M}がぎぐげござじずぜぞだぢづでどばぱびぴぶぷべぺぼぽゔゞ'
        || 'ガギグゲゴザジズゼゾダヂヅデドバパビピブプベペボポヴヷヸヹヺヾЙй]'
    ) then value
    else strip_accents(value)
end;

-- What names have in common that differ only in case, width or accents.
create or replace macro likened(value) as case
    when strlen(value) = length(value) then lower(value)
    else lower(without_accents(in_usual_width(value)))
end;
