import { expect, test } from 'vitest';
import { ROLLUPS } from '../../src/sql';
import { insertInto, replaceTable } from '../../src/sql/model';
import { useEngine } from '../support/engine';
import { given, rowsOf, type Literal } from '../support/rows';

const db = useEngine();

const SPEC = {
  source: 'count',
  dish: 'text',
  magnitude: 'count',
  lines: 'count',
  least_price: 'money',
  greatest_price: 'money',
  first_line: 'count',
} as const;

const PRICES = [4.5, -4.5, 4.8, 450, 0, 10, 0.01];
const QUANTITIES = [1, 3, 0, -3];

/** Provides order lines from line 2 on. A line refers to its dish, price and quantity by index. */
async function givenLines(
  lines: [dish: number, price: number, quantity: number][],
  isTotal = false,
): Promise<void> {
  const { engine } = db;
  const tables: Record<string, Literal[][]> = {
    reading: [[7, '.', isTotal]],
    // Two raw values with the same clean name are one dish.
    names: [
      ['restaurant', 0, 'A', null, null, null],
      ['customer', -1, null, null, null, null],
      ['dish', -1, null, null, null, null],
      ['dish', 0, 'tea', null, null, null],
      ['dish', 1, 'tea', null, null, null],
      ['dish', 2, 'soup', null, null, null],
    ],
    prices: [[-1, null, null, null], ...PRICES.map((price, code) => [code, price, null, null])],
    quantities: [
      [-1, 1, 1, null],
      ...QUANTITIES.map((quantity, code) => [code, quantity, isTotal ? 1 : quantity, null]),
    ],
    raw_lines: lines.map(([dish, price, quantity], row) => [row + 2, 0, dish, -1, price, quantity]),
    coded_sales: [],
  };
  for (const [table, rows] of Object.entries(tables)) await given(engine, table, rows);
  await engine.run(
    insertInto('coded_sales', ROLLUPS.coded_sales),
    replaceTable(ROLLUPS.named_sales),
  );
}

async function freshPrices(): Promise<unknown[][]> {
  const rows = await rowsOf(db.engine, ROLLUPS.fresh_dish_prices, SPEC);
  return rows
    .map((row) => Object.values(row))
    .sort((a, b) =>
      `${String(a[1])} ${String(a[2])}`.localeCompare(`${String(b[1])} ${String(b[2])}`),
    );
}

test('similar prices share a bucket with its first line', async () => {
  await givenLines([
    [0, 2, 0],
    [1, 0, 1],
    [0, 3, 0],
    [2, 6, 0],
  ]);
  expect(await freshPrices()).toEqual([
    [7, 'soup', -20, 1, 1n, 1n, 5],
    [7, 'tea', 26, 1, 45000n, 45000n, 4],
    [7, 'tea', 6, 2, 450n, 480n, 2],
  ]);
});

test('a refund counts without its sign; free items and lines without a price or a dish are left out', async () => {
  await givenLines([
    [0, 1, 0],
    [0, 4, 0],
    [0, -1, 0],
    [-1, 0, 0],
  ]);
  expect(await freshPrices()).toEqual([[7, 'tea', 6, 1, 450n, 450n, 2]]);
});

test('a line total is divided by the quantity, rounded half up; quantity 0 gives no price', async () => {
  await givenLines(
    [
      [0, 5, 1],
      [0, 5, 3],
      [0, 5, 2],
      [2, 0, 1],
      [2, 0, -1],
    ],
    true,
  );
  expect(await freshPrices()).toEqual([
    [7, 'soup', 1, 1, 150n, 150n, 5],
    [7, 'soup', 6, 1, 450n, 450n, 6],
    [7, 'tea', 5, 2, 333n, 333n, 2],
  ]);
});
