import { describe, expect, test } from 'vitest';
import { csvLine, tableToCsv } from '../../src/exports/csv';
import { datedName } from '../../src/exports/file-names';
import { rejectedRowsToCsv } from '../../src/exports/rejected-rows';
import { SPREADSHEET } from '../../src/exports/spreadsheet';
import type { Rejects } from '../../src/domain/receipt';
import { joinRejects } from '../../src/pipeline/reject-log';
import { rejectsOf } from '../support/rejects';

const text = async (parts: Promise<Uint8Array[]>) => Buffer.concat(await parts).toString('utf8');
const rejectedText = async (...logs: Rejects[]) =>
  new Blob(await rejectedRowsToCsv(joinRejects(logs))).text();

const SPEC = { name: 'text', n: 'count?', amount: 'money' } as const;

describe('an exact CSV', () => {
  test('quotes only where needed and prints money with two decimals', async () => {
    const rows = [
      { name: 'a,b', n: 1, amount: 18694400n },
      { name: 'a "b"', n: null, amount: -5n },
      { name: 'a\nb', n: 0, amount: 0n },
      { name: 'a\rb', n: 0, amount: 0n },
      { name: ' =1 寿司;\t', n: 37230, amount: 99999999999999999999n },
    ];
    expect(await text(tableToCsv(SPEC, rows))).toBe(
      [
        'name,n,amount',
        '"a,b",1,186944.00',
        '"a ""b""",,-0.05',
        '"a\nb",0,0.00',
        '"a\rb",0,0.00',
        ' =1 寿司;\t,37230,999999999999999999.99',
        '',
      ].join('\n'),
    );
  });

  test('of many rows is complete when its parts are joined', async () => {
    const rows = Array.from({ length: 40_000 }, (_, n) => ({ name: 'x', n, amount: 0n }));
    const lines = (await text(tableToCsv(SPEC, rows))).split('\n');
    expect(lines).toHaveLength(40_002);
    expect(lines[40_000]).toBe('x,39999,0.00');
  });
});

describe('the spreadsheet copy', () => {
  test('has a BOM and CRLF, disarms formulas in texts, and keeps numbers', async () => {
    const names = ['=cmd()', '+1', '-1', '@x', '\tx', '\rx', 'a=b', '寿司'];
    const rows = names.map((name) => ({ name, n: -1, amount: -450n }));
    expect(await text(tableToCsv(SPEC, rows, SPREADSHEET))).toBe(
      [
        '\ufeffname,n,amount',
        "'=cmd(),-1,-4.50",
        "'+1,-1,-4.50",
        "'-1,-1,-4.50",
        "'@x,-1,-4.50",
        "'\tx,-1,-4.50",
        '"\'\rx",-1,-4.50',
        'a=b,-1,-4.50',
        '寿司,-1,-4.50',
        '',
      ].join('\r\n'),
    );
  });
});

describe('rejected rows', () => {
  test('share columns with the same role or the same name', async () => {
    const first = {
      header: ['shop', 'item', 'note', 'note'],
      columns: { restaurant: 0, dish: 1 },
      restaurant: null,
    };
    const second = {
      header: ['note', 'dish', 'constructor'],
      columns: { dish: 1 },
      restaurant: 'The Bar',
    };
    const a = rejectsOf('a.csv', [
      { line: 3, reasons: 'bad price', record: { table: first, fields: ['A', 'x', 'y', 'z'] } },
      {
        line: 4,
        reasons: 'unclosed quote',
        record: { table: first, rawLine: 'A,"x\n', lines: 1 },
      },
    ]);
    const record = { table: second, fields: ['n', '', 'c'] };
    const b = rejectsOf('b.csv', [{ line: 2, reasons: 'missing dish; bad price', record }]);
    expect(await rejectedText(a, b)).toBe(
      [
        'source_file,line,reasons,shop,item,note,note,constructor,raw_line',
        'a.csv,3,bad price,A,x,y,z,,',
        'a.csv,4,unclosed quote,,,,,,"A,""x\n"',
        'b.csv,2,missing dish; bad price,The Bar,,n,,c,',
        '',
      ].join('\n'),
    );
  });

  test('have no raw_line column if all records have columns', async () => {
    const table = { header: ['shop'], columns: { restaurant: 0 }, restaurant: null };
    const record = { table, fields: [''] };
    const rejects = rejectsOf('a', [{ line: 2, reasons: 'missing dish', record }]);
    expect(await rejectedText(rejects)).toBe('source_file,line,reasons,shop\na,2,missing dish,\n');
  });

  test('keep the role columns if no record has columns', async () => {
    const table = { header: ['dish', 'price'], columns: { dish: 0, price: 1 }, restaurant: 'A' };
    const record = { table, rawLine: 'tea', lines: 1 };
    const rejects = rejectsOf('a', [{ line: 2, reasons: 'too few columns', record }]);
    expect(await rejectedText(rejects)).toBe(
      'source_file,line,reasons,restaurant_names,dish,price,raw_line\na,2,too few columns,A,,,tea\n',
    );
  });
});

test('a line is quoted by RFC 4180', () => {
  expect(csvLine(['', 'a', '"', 'b,c'])).toBe(',a,"""","b,c"\n');
});

describe('the archive’s name', () => {
  const date = new Date(2026, 10, 2);
  test.each<[string[], string]>([
    [['data.csv'], 'dishboard_data_2026-11-02'],
    [['2026.01 Umsatz (neu).csv'], 'dishboard_2026-01-Umsatz-neu_2026-11-02'],
    [['売上.csv', 'b.csv', 'c.csv'], 'dishboard_売上_and_2_more_2026-11-02'],
    [['../../"x\n/y'], 'dishboard_x-y_2026-11-02'],
    [['x'.repeat(300)], `dishboard_${'x'.repeat(60)}_2026-11-02`],
    [['.csv'], 'dishboard_orders_2026-11-02'],
    [['Cafe\u0301.csv'], 'dishboard_Café_2026-11-02'],
    [['สั่ง.csv'], 'dishboard_สั่ง_2026-11-02'],
  ])('of %j is %s', (sources, name) => {
    expect(datedName(sources, date)).toBe(name);
  });
});
