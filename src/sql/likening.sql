-- The functions that names are likened in, DuckDB's own: hints are made in the browser alone.

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
