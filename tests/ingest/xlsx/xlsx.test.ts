import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/ingest/layout/inspect';
import { sourcesOf } from '../../../src/ingest/container/sources';
import { dateText, numberText } from '../../../src/ingest/xlsx/values';
import { isDateFormat } from '../../../src/ingest/xlsx/styles';
import { Failure } from '../../../src/domain/failure';
import { textOfSource } from '../../support/blocks';
import { toldOf } from '../../support/in-words';
import { workbookBytes, workbookFile, type WorkbookOfTest } from '../../support/workbook';

const sheet = (rows: string, name = 'Orders') => ({ name, rows });
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...texts: string[]) => `<row>${texts.map(inline).join('')}</row>`;
const HEADER = row('restaurant_names', 'food_names', 'first_name', 'food_cost');

async function sourceOf(file: File) {
  const sources = await sourcesOf(file);
  expect(sources).toHaveLength(1);
  return sources[0]!;
}

async function textOf(workbook: WorkbookOfTest): Promise<string> {
  return (await textOfSource(await sourceOf(workbookFile(workbook)))).text;
}

describe('a sheet as text', () => {
  test('has row n in line n, with blank lines for missing rows', async () => {
    const rows = `<row r="2"><c r="B2"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row><row r="9"/>`;
    expect(await textOf({ sheets: [sheet(rows)] })).toBe('\n,1\n\n\n2,\n');
  });

  test('replaces line breaks with spaces and escapes quotes and commas', async () => {
    const rows = row('a\nb', 'c&#13;&#10;d', 'e,f', '&quot;g&quot;') + row('h_x000D_\ni');
    expect(await textOf({ sheets: [sheet(rows)] })).toBe('a b,c d,"e,f","""g"""\nh i,,,\n');
  });

  test('joins rich text, skips phonetic hints and decodes entities beyond U+FFFF', async () => {
    const strings = [
      '<r><t>寿</t></r><r><rPr><b/></rPr><t xml:space="preserve">司 </t></r><rPh sb="0" eb="2"><t>スシ</t></rPh>',
      '<t><![CDATA[a<b]]> &amp; c</t>',
      '<t>&#x20BB7;&#128512;&unknown;</t>',
    ];
    const rows = `<row>${[0, 1, 2].map((index) => `<c t="s"><v>${String(index)}</v></c>`).join('')}</row>`;
    expect(await textOf({ sheets: [sheet(rows)], strings })).toBe('寿司 ,a<b & c,𠮷😀&unknown;\n');
  });

  test('contains booleans, errors, results of formulas and dates', async () => {
    const rows = `<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;"&lt;"</f><v>x&lt;</v></c><c><f>1+1</f><v>2</v></c><c><f>A1</f></c><c t="d"><v>2026-11-22T00:00:00</v></c></row>`;
    expect(await textOf({ sheets: [sheet(rows)] })).toBe('TRUE,FALSE,#N/A,x<,2,,2026-11-22\n');
  });

  test('has dates by the number format, from 1900 or 1904', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d\\.m\\.yy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>';
    const rows = '<row><c s="0"><v>46348</v></c><c s="1"><v>46348</v></c></row>';
    const sheets = [sheet(rows)];
    expect(await textOf({ sheets, styles })).toBe('46348,2026-11-22\n');
    expect(await textOf({ sheets, styles, properties: 'date1904="1"' })).toBe('46348,2030-11-23\n');
  });

  test('skips empty columns at the end and cells right of the measured width', async () => {
    const rows =
      `<row><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1" s="1"/></row>` +
      '<row><c><v>3</v></c></row>'.repeat(1000) +
      `<row><c r="C1002"><v>9</v></c></row><row><c r="A1003"><v>4</v></c><c r="D1003"><v>5</v></c></row>`;
    const text = await textOf({ sheets: [sheet(rows)] });
    expect(text).toBe(`1,2\n${'3,\n'.repeat(1000)}\n4,\n`);
  });

  test.each([7, 100, 1_000_000])(
    'reports progress up to the file size in blocks of %i bytes',
    async (size) => {
      const file = workbookFile({ sheets: [sheet(HEADER + row('a', 'b', 'c', '1').repeat(300))] });
      const { text, readBytes, lastFlags } = await textOfSource(await sourceOf(file), size);
      expect(text.split('\n')).toHaveLength(302);
      expect(readBytes).toBe(file.size);
      expect(lastFlags.indexOf(true)).toBe(lastFlags.length - 1);
    },
  );
});

describe('the selected sheet', () => {
  const sheets = [
    sheet('<row r="1"><c r="A1" s="1"/></row>', 'Empty'),
    { ...sheet(HEADER + row('h', 'h', 'h', '1'), 'Hidden'), state: 'hidden' as const },
    sheet(HEADER + row('a', 'b', 'c', '1'), 'A &amp; B'),
    sheet(HEADER + row('x', 'y', 'z', '2'), 'Last'),
  ];

  test('is the first visible sheet with content', async () => {
    const source = await sourceOf(workbookFile({ sheets }));
    expect(source).toMatchObject({
      name: 'orders.xlsx',
      container: { type: 'xlsx', sheet: 2, sheets: ['Empty', 'Hidden', 'A & B', 'Last'] },
    });
    expect((await textOfSource(source)).text).toContain('a,b,c,1');
  });

  test('is the sheet that a person chooses', async () => {
    const source = await sourceOf(workbookFile({ sheets }));
    if (source.container.type !== 'xlsx') throw new Error('no workbook');
    const chosen = (at: number) => ({
      ...source,
      container: { type: 'xlsx' as const, sheet: at, sheets: [] },
    });
    expect((await textOfSource(chosen(3))).text).toContain('x,y,z,2');
    expect((await textOfSource(chosen(1))).text).toContain('h,h,h,1');
    const report = await toldOf(textOfSource(chosen(0)));
    expect(report).toMatchObject({ fault: 'input', where: 'orders.xlsx, sheet Empty' });
  });

  test('is reported as missing if all visible sheets are empty', async () => {
    const report = await toldOf(sourcesOf(workbookFile({ sheets: sheets.slice(0, 2) })));
    expect(report.title).toMatch(/sheets of this workbook are empty/);
    expect(report.hint).toMatch(/Hidden sheets/);
  });
});

test('a workbook is inspected as UTF-8 with commas for any cell content', async () => {
  const rows =
    HEADER + row("'a'", "'b;c'", "'d'", "'1'").repeat(3) + row('ÿþ', 'PAR1', '%PDF', '2');
  const { layout } = await inspect(await sourceOf(workbookFile({ sheets: [sheet(rows)] })));
  expect(layout).toMatchObject({ encoding: 'utf-8', dialect: { delimiter: 44, quote: 34 } });
});

describe('a damaged workbook is reported', () => {
  const good = { sheets: [sheet(HEADER + row('a', 'b', 'c', '1'))], strings: ['<t>x</t>'] };
  const read = async (workbook: WorkbookOfTest) => {
    const source = await sourceOf(workbookFile(workbook));
    await inspect(source);
    await textOfSource(source);
  };
  test.each<[string, WorkbookOfTest]>([
    [
      'a truncated sheet',
      { ...good, parts: { 'xl/worksheets/s0.xml': '<worksheet><sheetData><row>' + inline('a') } },
    ],
    ['a sheet that is not XML', { ...good, parts: { 'xl/worksheets/s0.xml': '{"a": 1}' } }],
    [
      'relations that are not XML',
      { ...good, parts: { 'xl/_rels/workbook.xml.rels': '<a><b></a>' } },
    ],
    ['a missing shared string', { sheets: [sheet('<row><c t="s"><v>7</v></c></row>')] }],
    ['a shared string without a number', { sheets: [sheet('<row><c t="s"><v>x</v></c></row>')] }],
    [
      'rows in descending order',
      { sheets: [sheet('<row r="2"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>')] },
    ],
    ['a row beyond the limit', { sheets: [sheet('<row r="1048577"><c><v>1</v></c></row>')] }],
    ['a column beyond the limit', { sheets: [sheet('<row><c r="XFE1"><v>1</v></c></row>')] }],
    ['an endless tag', { sheets: [sheet(`<row><c ${'x'.repeat(5_000_000)}`)] }],
    ['endless nesting', { sheets: [sheet('<a>'.repeat(100_000))] }],
  ])('%s', async (_, workbook) => {
    const report = await toldOf(read(workbook));
    expect(report).toMatchObject({
      fault: 'input',
      title: 'This workbook could not be read.',
      where: 'orders.xlsx',
    });
  });

  test('damage at any byte', async () => {
    const bytes = workbookBytes(good);
    for (let index = 4; index < bytes.length; index += 7) {
      const damaged = bytes.slice();
      damaged[index]! ^= 0x10;
      const error = await sourcesOf(new File([damaged], 'x.xlsx'))
        .then((sources) => textOfSource(sources[0]!))
        .catch((thrown: unknown) => thrown);
      if (error instanceof Error) expect(error).toBeInstanceOf(Failure);
    }
  });

  test('a part that is too large when unpacked', async () => {
    const styles = ' '.repeat(40 * 1024 * 1024);
    const report = await toldOf(textOf({ ...good, styles }));
    expect(report.title).toBe('This workbook is too large to read.');
  });
});

describe('another document', () => {
  const zipped = (...paths: string[]) =>
    new Uint8Array(zipSync(Object.fromEntries(paths.map((path) => [path, strToU8('x')]))));
  test.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    ['xlsb', zipped('[Content_Types].xml', 'xl/workbook.bin'), /binary Excel workbook/],
    ['docx', zipped('[Content_Types].xml', 'word/document.xml'), /Word document/],
    ['pptx', zipped('[Content_Types].xml', 'ppt/presentation.xml'), /PowerPoint/],
    ['ods', zipped('mimetype', 'content.xml', 'META-INF/manifest.xml'), /OpenDocument/],
    ['numbers', zipped('Index/Document.iwa', 'preview.jpg'), /Apple Numbers/],
    ['xls or a protected workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /old .*password/],
  ])('is refused by its kind: %s', async (_, bytes, title) => {
    const report = await toldOf(sourcesOf(new File([bytes], 'x')));
    expect(report).toMatchObject({ fault: 'input', where: 'x' });
    expect(report.title).toMatch(title);
    expect(report.hint).toMatch(/\.xlsx/);
  });

  test('is skipped in an archive of tables if it is a workbook', async () => {
    const sources = await sourcesOf(new File([zipped('a.csv', 'old/xl/workbook.xml')], 'a.zip'));
    expect(sources.map(({ name }) => name)).toEqual(['a.csv']);
  });
});

test.each([
  ['4.3499999999999996', '4.35'],
  ['0.30000000000000004', '0.3'],
  ['4.5', '4.5'],
  ['1E21', '1000000000000000000000'],
  ['1.5E-7', '0.00000015'],
  ['-2.50', '-2.5'],
  ['1234567890123456', '1234567890123456'],
  ['x', 'x'],
])('the number %s becomes %s', (raw, text) => {
  expect(numberText(raw)).toBe(text);
});

test.each([
  ['1', '1900-01-01'],
  ['59', '1900-02-28'],
  ['60', '1900-02-29'],
  ['61', '1900-03-01'],
  ['46348.770833333336', '2026-11-22T18:30:00'],
  ['46348.99999999999', '2026-11-23'],
  ['0.5', '12:00:00'],
  ['2958465', '9999-12-31'],
  ['2958466', '2958466'],
  ['-1', '-1'],
])('the day %s becomes %s', (raw, text) => {
  expect(dateText(raw, false)).toBe(text);
});

test.each([
  ['yyyy-mm-dd', true],
  ['[$-411]ggge"年"m"月"d"日";@', true],
  ['[h]:mm', true],
  ['General', false],
  ['#,##0.00" days"', false],
  ['[Red]0.00', false],
  ['0.00E+00', false],
  ['_-* #,##0.00\\ \\d_-', false],
  ['0;"yes"', false],
])('the format %s shows a date: %s', (code, isDate) => {
  expect(isDateFormat(code)).toBe(isDate);
});
