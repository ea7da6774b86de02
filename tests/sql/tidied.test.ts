import { beforeEach, describe, expect, test } from 'vitest';
import { ROLLUPS, STAGING } from '../../src/sql';
import { insertInto } from '../../src/sql/model';
import { isTotalWord } from '../../src/sql/total-words';
import { useEngine } from '../support/engine';
import { given, rowsOf } from '../support/rows';

const db = useEngine();

async function addUp(): Promise<void> {
  for (const rollup of ['coded_sales', 'coded_visits'] as const) {
    await db.engine.run(insertInto(rollup, ROLLUPS[rollup]));
  }
}

describe('cleaning', () => {
  beforeEach(() => given(db.engine, 'reading', [[3, '.', false]]));

  test.each([
    ['tea', null],
    [' tea', ' tea'],
    ['cafe\u0301', 'cafe\u0301'],
    ['a  b', 'a  b'],
    ['', null],
  ])('keeps the raw text of a changed name: %j', async (text, raw) => {
    await given(db.engine, 'raw_values', [['dish', 0, text, 1]]);
    const rows = await rowsOf(db.engine, STAGING.clean_names, { raw: 'text?' });
    expect(rows).toEqual([{ raw }]);
  });

  test.each([
    ['4.50', null],
    ['4.500', null],
    ['4.505', '4.505'],
    ['-0.001', '-0.001'],
    ['1,234.5678', '1,234.5678'],
    ['4', null],
    ['x', null],
  ])('keeps the raw text of a rounded price: %j', async (text, raw) => {
    await given(db.engine, 'raw_values', [['price', 0, text, 1]]);
    const rows = await rowsOf(db.engine, STAGING.clean_prices, { raw: 'text?' });
    expect(rows).toEqual([{ raw }]);
  });

  test.each(['Total', 'TOTAL:', 'Grand total', '合計', 'Summe', 'sub-total', 'tea', 'Totally', ''])(
    'recognises the reader’s total words: %j',
    async (text) => {
      await given(db.engine, 'raw_values', [['dish', 0, text, 1]]);
      const rows = await rowsOf(
        db.engine,
        {
          name: 'is_total',
          sql: `select is_total::integer as n from (${STAGING.clean_names.sql})`,
        },
        { n: 'count?' },
      );
      expect(rows[0]!.n === 1).toBe(isTotalWord(text));
    },
  );
});

describe('total rows', () => {
  const NAMES = [
    ['restaurant', 0, 'A', null, false, null],
    ['restaurant', 1, 'Total', null, true, null],
    ['dish', -1, null, null, null, null],
    ['dish', 0, 'tea', null, false, null],
    ['dish', 1, 'Total', null, true, null],
    ['dish', 2, null, 'missing dish', null, null],
    ['customer', -1, null, null, null, null],
    ['customer', 0, 'Bob', null, false, null],
    ['customer', 1, null, 'missing customer', null, null],
    ['customer', 2, 'Sum', null, true, null],
  ];

  test.each<[string, [number, number, number], string | null, boolean]>([
    ['a restaurant, a dish and a guest called so are names', [1, 0, 0], null, false],
    ['a dish called so, of a guest, is one', [0, 1, 0], null, false],
    ['a guest called so, of a dish, is one', [0, 0, 2], null, false],
    ['a dish called so in a file without guests is a total', [0, 1, -1], 'total row', true],
    ['a guest called so in a file without dishes is a total', [0, -1, 2], 'total row', true],
    ['both called so are a total', [0, 1, 2], 'total row', true],
    [
      'a missing value is the reason if there is one',
      [1, 2, 1],
      'missing dish; missing customer',
      true,
    ],
    ['nothing called so is no total', [0, 2, 1], 'missing dish; missing customer', false],
  ])('%s', async (_, [restaurant, dish, customer], reasons, isTotal) => {
    await given(db.engine, 'reading', [[1, '.', false]]);
    await given(db.engine, 'names', NAMES);
    await given(db.engine, 'prices', [[0, 9, null, null]]);
    await given(db.engine, 'quantities', [[-1, 1, 1, null]]);
    await given(db.engine, 'raw_lines', [[2, restaurant, dish, customer, 0, -1]]);
    const spec = { reasons: 'text', is_total: 'count', price: 'money?' } as const;
    const rejected = await rowsOf(db.engine, STAGING.rejected_lines, spec);
    expect(rejected).toEqual(
      reasons === null ? [] : [{ reasons, is_total: isTotal ? 1 : 0, price: 900n }],
    );
  });
});

test.each([
  [[['dish', 0, 'tea', null, false, null]], [[0, 1.5, null, null]], 0],
  [[['dish', 0, 'tea', null, false, 'tea ']], [[0, 1.5, null, null]], 1],
  [[], [[0, 1.51, null, '1.505']], 1],
  [[], [[0, 0, null, null]], 1],
  [[], [[0, -1, null, null]], 1],
])('kept says whether anything was tidied: %j %j', async (names, prices, isTidied) => {
  await given(db.engine, 'names', names);
  await given(db.engine, 'prices', prices);
  const rows = await rowsOf(db.engine, ROLLUPS.kept, { is_tidied: 'count' });
  expect(rows).toEqual([{ is_tidied: isTidied }]);
});

describe('tidied', () => {
  beforeEach(async () => {
    const { engine } = db;
    await given(engine, 'reading', [[3, '.', false]]);
    await given(engine, 'names', [
      ['restaurant', 0, 'A', null, false, ' A'],
      ['dish', 0, 'tea', null, false, null],
      ...[1, 2, 3, 4].map((code) => ['dish', code, 'soup', null, false, 'soup'.padEnd(4 + code)]),
      ['customer', 0, 'Zoë', null, false, 'Zoë '],
    ]);
    await given(engine, 'prices', [
      [0, 1.5, null, null],
      [1, 4.56, null, '4.555'],
      [2, -2, null, null],
      [3, 0, null, '0.001'],
    ]);
    await given(engine, 'quantities', [[-1, 1, 1, null]]);
    await given(engine, 'coded_sales', []);
    await given(engine, 'coded_visits', []);
  });

  const lines = (...rows: [line: number, dish: number, price: number][]) =>
    rows.map(([line, dish, price]) => [line, 0, dish, 0, price, -1]);

  const SPEC = {
    kind: 'text',
    raw: 'text',
    clean: 'text?',
    first_line: 'count',
    values_in_all: 'count',
  } as const;

  const tidied = async () =>
    (await rowsOf(db.engine, ROLLUPS.tidied, SPEC)).map((row) => Object.values(row).join('|'));

  test('counts values of kept lines, with three examples per kind', async () => {
    await given(
      db.engine,
      'raw_lines',
      lines([2, 1, 0], [3, 2, 1], [4, 3, 2], [5, 4, 3], [7, 1, 0]),
    );
    await addUp();
    expect(await tidied()).toEqual([
      'refund|-2.00||4|1',
      'rounded|4.555|4.56|3|2',
      'rounded|0.001|0.00|5|2',
      'trimmed| A|A|2|15',
      'trimmed|Zoë |Zoë|2|15',
      'trimmed|soup |soup|2|15',
      'zero|0.00||5|1',
    ]);
  });

  test('does not depend on chunks', async () => {
    const chunks = [lines([2, 1, 0], [3, 2, 1]), lines([4, 3, 2], [5, 4, 3]), lines([7, 1, 0])];
    for (const rows of chunks) {
      await given(db.engine, 'raw_lines', rows);
      await addUp();
    }
    const found = await tidied();
    expect(found).toContain('trimmed|soup |soup|2|15');
    expect(found).toContain('rounded|0.001|0.00|5|2');
    expect(found).toHaveLength(7);
  });
});
