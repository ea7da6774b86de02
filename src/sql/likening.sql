-- Functions that remove case, width and accents from names.
-- They exist only for DuckDB, because only the page shows hints.

-- Converts full-width ASCII and half-width katakana to their usual width; NFC then joins kana with their sound marks.
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

-- Removes accents, except marks that make a different letter: the sound marks of kana, the breve of й, and marks that
-- stay separate after NFC, such as the vowels of many scripts.
create or replace macro without_accents(value) as case
    when regexp_matches(
        value,
        '[\p{M}がぎぐげござじずぜぞだぢづでどばぱびぴぶぷべぺぼぽゔゞ'
        || 'ガギグゲゴザジズゼゾダヂヅデドバパビピブプベペボポヴヷヸヹヺヾЙй]'
    ) then value
    else strip_accents(value)
end;

-- The part of a name that does not depend on case, width or accents.
create or replace macro likened(value) as case
    when strlen(value) = length(value) then lower(value)
    else lower(without_accents(in_usual_width(value)))
end;
