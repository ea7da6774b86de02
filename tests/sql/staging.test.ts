import { beforeEach, describe, expect, test } from 'vitest';
import { STAGING } from '../../src/sql';
import { useEngine } from '../support/engine';
import { given, rowsOf } from '../support/rows';

const db = useEngine();

async function cleanName(text: string, isValid = true): Promise<[string | null, string | null]> {
  await given(db.engine, 'raw_values', [['customer', 0, text, isValid ? 1 : 0]]);
  const [row] = await rowsOf(db.engine, STAGING.clean_names, { name: 'text?', reason: 'text?' });
  return [row!.name, row!.reason];
}

async function cleanPrice(text: string, isValid = true, mark = '.'): Promise<string | null> {
  await given(db.engine, 'reading', [[1, mark, false]]);
  await given(db.engine, 'raw_values', [['price', 0, text, isValid ? 1 : 0]]);
  const [row] = await rowsOf(
    db.engine,
    {
      name: 'clean_prices',
      sql: `select price::varchar as price, reason from (${STAGING.clean_prices.sql})`,
    },
    { price: 'text?', reason: 'text?' },
  );
  expect([row!.price, row!.reason]).toContain(null);
  return row!.price ?? row!.reason;
}

async function cleanQuantity(text: string, mark = '.'): Promise<number | string | null> {
  await given(db.engine, 'reading', [[1, mark, false]]);
  await given(db.engine, 'raw_values', [['quantity', 0, text, 1]]);
  const [row] = await rowsOf(db.engine, STAGING.clean_quantities, {
    quantity: 'count?',
    reason: 'text?',
  });
  return row!.quantity ?? row!.reason;
}

describe('clean_names', () => {
  test.each([
    ['Bob', 'Bob'],
    ['  Bob  ', 'Bob'],
    ['Anna\t \u00a0Maria', 'Anna Maria'],
    ['\ufeffBob\u200b', 'Bob'],
    ['a\u3000b\u2028c\u202fd\u205fe\u1680f\u0085g', 'a b c d e f g'],
    ['a\r\nb', 'a b'],
    ['bob', 'bob'],
    ['BOB', 'BOB'],
    ['e\u0301', '\u00e9'],
    ['B\u0000o\u0007b\u007f\u009f', 'Bob'],
    ['a \u0001 b', 'a b'],
    ['e\u0001\u0301', '\u00e9'],
    ['寿司', '寿司'],
    ['👩‍🍳', '👩‍🍳'],
    ['=cmd()', '=cmd()'],
    ['__proto__', '__proto__'],
    ["'; drop table names; --", "'; drop table names; --"],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('%j is %j', async (raw, clean) => {
    expect(await cleanName(raw)).toEqual([clean, null]);
  });

  test.each(['', '   ', '\u00a0', '\u200b', '\u0001', '\t\n'])('%j is missing', async (raw) => {
    expect(await cleanName(raw)).toEqual([null, 'missing customer']);
  });

  test('invalid UTF-8 is an invalid encoding, whatever remains of the text', async () => {
    expect(await cleanName('Z\ufffd', false)).toEqual([null, 'invalid encoding']);
    expect(await cleanName('', false)).toEqual([null, 'invalid encoding']);
  });
});

describe('clean_prices', () => {
  test.each([
    ['4.50', '4.50'],
    ['4', '4.00'],
    ['4.', '4.00'],
    ['.5', '0.50'],
    ['0', '0.00'],
    ['007.10', '7.10'],
    ['+4.50', '4.50'],
    ['-4.50', '-4.50'],
    ['4.50-', '-4.50'],
    ['(4.50)', '-4.50'],
    ['$4.50', '4.50'],
    ['-$4.50', '-4.50'],
    ['$(4.50)', '-4.50'],
    ['4.50 €', '4.50'],
    ['￥１，２３４．５０', '1234.50'],
    ['（４．５０）', '-4.50'],
    ['－４', '-4.00'],
    ['4 . 5\u00a00', '4.50'],
    ['1 234.50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['12,345,678.90', '12345678.90'],
    ['1.005', '1.01'],
    ['1.004999999999999999999999999999999999999999999', '1.00'],
    ['-1.005', '-1.01'],
    ['0.005', '0.01'],
    ['-0.004', '0.00'],
    ['99999999.994', '99999999.99'],
    ['000000000000000000000000000000000000000000004.50', '4.50'],
  ])('%j is %s', async (raw, price) => {
    expect(await cleanPrice(raw)).toBe(price);
  });

  test.each([
    '1e3',
    '1_000',
    'NaN',
    'Infinity',
    '-inf',
    '0x10',
    'free',
    '1,23',
    '12,34.5',
    '1,2345',
    ',123',
    '1,234,56',
    '--4',
    '-4-',
    '+4-',
    '4+',
    '(-4)',
    '-(4)',
    '(4',
    '4)',
    '()',
    '-',
    '.',
    '1.2.3',
    '4.50 EUR',
    '4;50',
    '1 1/2',
    '４，５０',
    '4\u0000',
  ])('%j is a bad price', async (raw) => {
    expect(await cleanPrice(raw)).toBe('bad price');
  });

  test.each(['', '  ', '\u200b', '$', '€ '])('%j is missing', async (raw) => {
    expect(await cleanPrice(raw)).toBe('missing price');
  });

  test.each(['100000000', '99999999.995', '-100,000,000.00', '9'.repeat(60), '(99999999.995)'])(
    '%j is out of range',
    async (raw) => {
      expect(await cleanPrice(raw)).toBe('price out of range');
    },
  );

  test.each([
    ['4,50', '4.50'],
    ['1.234,50 €', '1234.50'],
    ['-1.234', '-1234.00'],
    ['，５', '0.50'],
    ['1 234,5', '1234.50'],
    ['4.50', 'bad price'],
    ['1,234,50', 'bad price'],
  ])('with a decimal comma %j is %s', async (raw, price) => {
    expect(await cleanPrice(raw, true, ',')).toBe(price);
  });

  test('invalid UTF-8 is an invalid encoding', async () => {
    expect(await cleanPrice('4.50', false)).toBe('invalid encoding');
  });
});

describe('clean_quantities', () => {
  test.each([
    ['3', 3],
    ['-2', -2],
    ['+2', 2],
    ['0', 0],
    ['2.00', 2],
    ['1,000', 1000],
    [' ３ ', 3],
    ['000000000000000000001', 1],
    ['1000000', 1_000_000],
    ['-1000000', -1_000_000],
    ['1000001', 'bad quantity'],
    ['-1000001', 'bad quantity'],
    ['9'.repeat(40), 'bad quantity'],
    ['2.5', 'bad quantity'],
    ['1e3', 'bad quantity'],
    ['two', 'bad quantity'],
    ['$2', 'bad quantity'],
    ['10,00', 'bad quantity'],
    ['', 'missing quantity'],
    ['\u3000', 'missing quantity'],
  ])('%j is %s', async (raw, quantity) => {
    expect(await cleanQuantity(raw)).toBe(quantity);
  });
});

test.each([
  ['2,00', 2],
  ['1.000', 1000],
  ['2.5', 'bad quantity'],
])('a quantity with a decimal comma, %j is %s', async (raw, quantity) => {
  expect(await cleanQuantity(raw, ',')).toBe(quantity);
});

test.each([
  [false, 3],
  [true, 1],
])(
  'with a line total of %s, a quantity of 3 multiplies the price by %d',
  async (isTotal, factor) => {
    await given(db.engine, 'reading', [[1, '.', isTotal]]);
    await given(db.engine, 'raw_values', [['quantity', 0, '3', 1]]);
    const spec = { quantity: 'count', factor: 'count' } as const;
    const rows = await rowsOf(db.engine, STAGING.clean_quantities, spec);
    expect(rows).toEqual([{ quantity: 3, factor }]);
  },
);

describe('rejected_lines', () => {
  beforeEach(async () => {
    const { engine } = db;
    await given(engine, 'reading', [[1, '.', false]]);
    await given(engine, 'names', [
      ['restaurant', 0, 'A', null, null, null],
      ['restaurant', 1, null, 'missing restaurant', null, null],
      ['dish', 0, 'x', null, null, null],
      ['dish', 1, null, 'invalid encoding', null, null],
      ['customer', -1, null, null, null, null],
      ['customer', 0, 'Bob', null, null, null],
      ['customer', 1, null, 'missing customer', null, null],
      ['customer', 2, null, 'invalid encoding', null, null],
    ]);
    await given(engine, 'prices', [
      [-1, null, null, null],
      [0, 1.5, null, null],
      [1, null, 'bad price', null],
    ]);
    await given(engine, 'quantities', [
      [-1, 1, 1, null],
      [0, 3, 3, null],
      [1, null, null, 'bad quantity'],
    ]);
    await given(engine, 'raw_lines', [
      [2, 0, 0, 0, 0, -1],
      [3, 0, 0, 0, 0, 0],
      [4, 0, 0, -1, -1, -1],
      [5, 1, 1, 1, 1, 1],
      [6, 0, 1, 2, 0, -1],
      [9, 0, 0, 0, 1, -1],
    ]);
  });

  test('a line is rejected once, with each reason once and in order', async () => {
    const spec = { line: 'count', reasons: 'text' } as const;
    const rows = await rowsOf(db.engine, STAGING.rejected_lines, spec);
    expect(rows.sort((a, b) => a.line - b.line)).toEqual([
      {
        line: 5,
        reasons: 'missing restaurant; missing customer; bad price; bad quantity; invalid encoding',
      },
      { line: 6, reasons: 'invalid encoding' },
      { line: 9, reasons: 'bad price' },
    ]);
  });
});

test('kept_lines removes rejected lines and keeps the others', async () => {
  const { engine } = db;
  const lines = [2, 3, 9];
  await given(
    engine,
    'raw_lines',
    lines.map((line) => [line, 0, 0, 0, 0, -1]),
  );
  await given(engine, 'rejected_lines', [[3, 'bad price', 0, null]]);
  await engine.run(STAGING.kept_lines);
  const left = { name: 'raw_lines', sql: 'select line from raw_lines order by line' };
  expect(await rowsOf(engine, left, { line: 'count' })).toEqual([{ line: 2 }, { line: 9 }]);
});
