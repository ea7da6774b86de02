import { describe, expect, test } from 'vitest';
import { layoutOf, scan } from '../../support/scan';

const values = (text: string) => scan(text).orderLines.map((record) => record.values);

describe('fields', () => {
  test.each<[string, string, string[][]]>([
    [
      'plain',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no line break at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty fields',
      ',\n,b\na,\na,',
      [
        ['', ''],
        ['', 'b'],
        ['a', ''],
        ['a', ''],
      ],
    ],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CR',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'mixed line breaks',
      'a,b\r\nc,d\ne,f\rg,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    ['quoted', '"a","b"\n', [['a', 'b']]],
    ['quoted delimiter', '"a,a",b\n', [['a,a', 'b']]],
    ['quoted line breaks', '"a\nb","c\r\nd"\n', [['a\nb', 'c\r\nd']]],
    ['doubled quotes', '"a ""b""",""""\n', [['a "b"', '"']]],
    ['empty quoted fields', '"",""\n', [['', '']]],
    ['a quote inside an unquoted field is text', 'a"b,c"\n', [['a"b', 'c"']]],
    ['text after a closing quote is kept', '"a"b,"c" "d"\n', [['ab', 'c "d"']]],
    ['text after doubled and closing quotes is kept', '"a""b"c"",d\n', [['a"bc""', 'd']]],
    ['a quoted field at the end', 'a,"b"', [['a', 'b']]],
    ['an escaped quote at the end', 'a,"b"""', [['a', 'b"']]],
    [
      'non-ASCII text',
      'é,寿司\n👩‍🍳,\u0000\n',
      [
        ['é', '寿司'],
        ['👩‍🍳', '\u0000'],
      ],
    ],
    ['a quote after a space is text', ' "a",b\n', [[' "a"', 'b']]],
  ])('%s', (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });
});

describe('lines', () => {
  test('numbers a record by the physical line of its start', () => {
    const { orderLines, lines, blankLines } = scan(
      'a,b\n\n"x\ny\r\nz",c\r\n\r\nd,e\rf,"\r\r"\ng,h',
    );
    expect(orderLines.map(({ line }) => line)).toEqual([2, 4, 8, 9, 12]);
    expect(lines).toBe(11);
    expect(blankLines).toBe(2);
  });

  test('counts blank lines and lines of spaces separately from records', () => {
    const { records, blankLines, lines } = scan('\n\r\n\r  \n \t \na,b\n\n\n');
    expect({ records, blankLines, lines }).toEqual({ records: 1, blankLines: 7, lines: 8 });
  });

  test('reads an empty quoted field as a record', () => {
    expect(scan('""\n').misshapen).toEqual([
      { line: 2, lines: 1, reason: 'too few columns', text: '""' },
    ]);
  });

  test('returns no records for empty input', () => {
    expect(scan('')).toMatchObject({ records: 0, blankLines: 0, lines: 0 });
  });
});

describe('misshapen records', () => {
  test('keep their text if they have too few or too many columns', () => {
    const { misshapen, orderLines, records } = scan('a\nb,c\nd,e,f\r\n"g\nh"\n,,\n');
    expect(misshapen).toEqual([
      { line: 2, lines: 1, reason: 'too few columns', text: 'a' },
      { line: 4, lines: 1, reason: 'too many columns', text: 'd,e,f' },
      { line: 5, lines: 2, reason: 'too few columns', text: '"g\nh"' },
      { line: 7, lines: 1, reason: 'too many columns', text: ',,' },
    ]);
    expect(orderLines).toEqual([{ line: 3, values: ['b', 'c'] }]);
    expect(records).toBe(5);
  });

  test('contain the rest of the file after an unclosed quote', () => {
    const { misshapen, records, lines } = scan('a,b\nc,"d\ne,f\ng,h\n');
    expect(misshapen).toEqual([
      { line: 3, lines: 3, reason: 'unclosed quote', text: 'c,"d\ne,f\ng,h' },
    ]);
    expect(records).toBe(2);
    expect(lines).toBe(4);
  });

  test('keep the start of an overlong unclosed quote, for any block size', () => {
    const enclosed = 'x'.repeat(1023) + '\n';
    const text = `a,b\nc,"${enclosed.repeat(17 * 1024)}",d\ne,f\n`;
    const bytes = new TextEncoder().encode(text);
    const whole = scan(bytes, bytes.length);
    expect(whole.misshapen).toHaveLength(1);
    // Reading resumes after the overlong record.
    expect(whole.misshapen[0]!.lines).toBe(17 * 1024 + 1);
    expect(whole.orderLines.map(({ line }) => line)).toEqual([2, 17 * 1024 + 4]);
    expect(whole.misshapen[0]!.text).toBe(text.slice(4, 4 + 64 * 1024));
    expect(whole.lines).toBe(17 * 1024 + 3);
    expect(scan(bytes, 5_000_000)).toEqual(whole);
  });

  const MANY_LINES = ('x'.repeat(1023) + '\n').repeat(17 * 1024);
  const ONE_LINE = 'x'.repeat(17 * 1024 * 1024);
  test.each([
    ['no quotes', `c,${ONE_LINE}`, false],
    ['a quoted value', `"${ONE_LINE}",d`, false],
    ['a quote over many lines', `c,"${MANY_LINES}"`, false],
    ['a quote over many lines that is text', `c,"${MANY_LINES}"`, true],
    ['a quote in one line that is text', `c,"${ONE_LINE}"`, true],
    ['a quote after all that', `${ONE_LINE},"d\ne,f\ng,h\n"`, true],
  ])('include overlong records, for any block size: %s', (_, record, isText) => {
    const bytes = new TextEncoder().encode(`a,b\n${record}\ne,f\n`);
    const layout = { ...layoutOf(), strayQuotesAreText: isText };
    const whole = scan(bytes, bytes.length, layout);
    expect(whole.misshapen.length).toBeGreaterThan(0);
    expect(whole.orderLines[0]!.values).toEqual(['a', 'b']);
    expect(whole.orderLines.at(-1)!.values).toEqual(['e', 'f']);
    expect(scan(bytes, 5_000_000, layout)).toEqual(whole);
  });

  test('add no values to the dictionaries', () => {
    const { orderLines } = scan('only,one,two\na,b\n');
    expect(orderLines).toEqual([{ line: 3, values: ['a', 'b'] }]);
  });
});

describe('encoding', () => {
  test('marks invalid UTF-8 and keeps it apart from valid values', () => {
    const bytes = Uint8Array.of(0xff, 0x2c, 0x62, 0x0a, 0xc3, 0xa9, 0x2c, 0xc3, 0x0a);
    const { orderLines, invalid } = scan(bytes);
    expect(orderLines.map((record) => record.values)).toEqual([
      ['\ufffd', 'b'],
      ['é', '\ufffd'],
    ]);
    expect(invalid).toEqual(['\ufffd', '\ufffd']);
  });

  test('treats two halves of a character in adjacent values as two invalid values', () => {
    const bytes = Uint8Array.of(0x61, 0x2c, 0xc3, 0x0a, 0x61, 0x2c, 0xa9, 0x0a);
    expect(scan(bytes).invalid).toHaveLength(2);
  });

  test('ignores an invalid byte in an unmapped column', () => {
    const bytes = Uint8Array.of(0x61, 0x2c, 0xff, 0x0a);
    const scanned = scan(bytes, 100, layoutOf({ restaurant: 0 }));
    expect(scanned.orderLines).toEqual([{ line: 2, values: ['a', null] }]);
    expect(scanned.invalid).toEqual([]);
  });
});

describe('columns', () => {
  test('are read in any order', () => {
    const layout = layoutOf({ dish: 0, restaurant: 2 }, 4);
    expect(scan('a,b,c,d\n"e""",f,"g",h', 100, layout).orderLines).toEqual([
      { line: 2, values: ['c', 'a'] },
      { line: 3, values: ['g', 'e"'] },
    ]);
  });
});

describe('block sizes', () => {
  const texts = [
    'a,b\nc,d\r\ne,f\rg,h',
    '"a ""b"", c","d\r\ne"\r\n\r\n"f""",g\n',
    'é,寿司\r\n\r\n👩‍🍳,"x\r\n\ry"\n',
    'a\n"b"x,c,"d"\n\n  \nq,"never closed\r\n1,2\r\n',
    ',\r,\r\n,\n\r\n\n\r,"',
  ];
  test.each(texts)('do not change the result for %j', (text) => {
    const bytes = new TextEncoder().encode(text);
    const whole = scan(bytes, bytes.length);
    for (let size = 1; size < bytes.length; size += 1) expect(scan(bytes, size)).toEqual(whole);
  });

  test('do not repeat values in a dictionary', () => {
    const many = Array.from(
      { length: 5000 },
      (_, index) => `r${String(index % 700)},d${String(index)}`,
    );
    const { orderLines } = scan(many.join('\n'), 1000);
    expect(orderLines.map((record) => record.values.join(','))).toEqual(many);
  });
});
