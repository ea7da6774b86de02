import { expect, test } from 'vitest';
import { ROLLUPS } from '../../src/sql';
import { insertInto, replaceTable } from '../../src/sql/model';
import { useEngine } from '../support/engine';
import { given, rowsOf } from '../support/rows';

const db = useEngine();

const DISH_SALES = {
  restaurant: 'text',
  dish: 'text?',
  orders: 'count',
  revenue: 'money?',
  lines: 'count',
  squared_orders: 'count',
  squared_revenue: 'money?',
} as const;
const CUSTOMER_VISITS = {
  restaurant: 'text',
  customer: 'text?',
  visits: 'count',
  revenue: 'money?',
} as const;

async function givenLines(): Promise<void> {
  const { engine } = db;
  await given(engine, 'reading', [[7, '.', false]]);
  // Two raw values with the same clean name are one restaurant, dish or customer.
  await given(engine, 'names', [
    ['restaurant', 0, 'A', null, null, null],
    ['restaurant', 1, 'A', null, null, null],
    ['dish', 0, 'x', null, null, null],
    ['dish', 1, 'y', null, null, null],
    ['customer', 0, 'Bob', null, null, null],
    ['customer', 1, 'Bob', null, null, null],
  ]);
  await given(engine, 'prices', [
    [0, 1.5, null, null],
    [1, -0.25, null, null],
  ]);
  await given(engine, 'quantities', [
    [0, 2, 2, null],
    [1, 1, 1, null],
  ]);
  await given(engine, 'raw_lines', [
    [2, 0, 0, 0, 0, 0],
    [3, 1, 0, 1, 0, 1],
    [4, 0, 1, 0, 1, 1],
    [5, 1, 0, 1, 0, 1],
  ]);
  for (const rollup of ['coded_sales', 'coded_visits'] as const) {
    await given(engine, rollup, []);
    await engine.run(insertInto(rollup, ROLLUPS[rollup]));
  }
  await engine.run(replaceTable(ROLLUPS.named_sales));
}

const CODED_SALES = {
  restaurant: 'count',
  dish: 'count',
  price: 'count',
  quantity: 'count',
  lines: 'count',
  first_line: 'count',
} as const;
const CODED_VISITS = {
  restaurant: 'count',
  customer: 'count',
  visits: 'count',
  revenue: 'money?',
  first_line: 'count',
} as const;

const texts = (rows: readonly object[]) => rows.map((row) => Object.values(row).join(' ')).sort();

test('coded_sales counts lines per restaurant, dish, price and quantity', async () => {
  await givenLines();
  const rows = await rowsOf(db.engine, ROLLUPS.coded_sales, CODED_SALES);
  expect(texts(rows)).toEqual(['0 0 0 0 1 2', '0 1 1 1 1 4', '1 0 0 1 2 3']);
});

test('coded_visits counts lines and sums amounts per restaurant and customer', async () => {
  await givenLines();
  const rows = await rowsOf(db.engine, ROLLUPS.coded_visits, CODED_VISITS);
  expect(texts(rows)).toEqual(['0 0 2 275 2', '1 1 2 300 3']);
});

test('both rollups merge the chunks', async () => {
  await given(db.engine, 'coded_sales', [
    [0, 0, 0, 0, 2, 90],
    [0, 0, 0, 0, 3, 20],
    [0, 0, 0, 1, 1, 30],
  ]);
  await given(db.engine, 'coded_visits', [
    [0, 0, 1, 1.5, 90],
    [0, 0, 4, -0.5, 20],
    [0, 1, 1, null, 30],
  ]);
  const sales = await rowsOf(db.engine, ROLLUPS.merged_coded_sales, CODED_SALES);
  expect(texts(sales)).toEqual(['0 0 0 0 5 20', '0 0 0 1 1 30']);
  const visits = await rowsOf(db.engine, ROLLUPS.merged_coded_visits, CODED_VISITS);
  expect(texts(visits)).toEqual(['0 0 5 100 20', '0 1 1  30']);
});

test('fresh_dish_sales sums quantities and amounts per restaurant and dish', async () => {
  await givenLines();
  const rows = await rowsOf(db.engine, ROLLUPS.fresh_dish_sales, {
    source: 'count',
    ...DISH_SALES,
  });
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual({
    ...{ source: 7, restaurant: 'A', dish: 'x', orders: 4, revenue: 600n },
    ...{ lines: 3, squared_orders: 6, squared_revenue: 1350n },
  });
  expect(rows).toContainEqual({
    ...{ source: 7, restaurant: 'A', dish: 'y', orders: 1, revenue: -25n },
    ...{ lines: 1, squared_orders: 1, squared_revenue: 6n },
  });
});

test('fresh_customer_visits counts lines per restaurant and customer', async () => {
  await givenLines();
  const rows = await rowsOf(db.engine, ROLLUPS.fresh_customer_visits, {
    source: 'count',
    ...CUSTOMER_VISITS,
  });
  expect(rows).toEqual([{ source: 7, restaurant: 'A', customer: 'Bob', visits: 4, revenue: 575n }]);
});

test('kept counts the kept lines and their revenue', async () => {
  await givenLines();
  const spec = { lines: 'count', revenue: 'money?' } as const;
  expect(await rowsOf(db.engine, ROLLUPS.kept, spec)).toEqual([{ lines: 4, revenue: 575n }]);
});

test('a quantity does not multiply a line total', async () => {
  await givenLines();
  await given(db.engine, 'quantities', [
    [0, 2, 1, null],
    [1, 1, 1, null],
  ]);
  await db.engine.run(replaceTable(ROLLUPS.named_sales));
  const rows = await rowsOf(db.engine, ROLLUPS.fresh_dish_sales, DISH_SALES);
  expect(rows).toContainEqual(expect.objectContaining({ dish: 'x', orders: 4, revenue: 450n }));
  expect(await rowsOf(db.engine, ROLLUPS.kept, { revenue: 'money?' })).toEqual([{ revenue: 425n }]);
});

const BEYOND_A_FLOAT = '90071992547409931.01';
const TWICE_THAT = 18014398509481986202n;

test('dish_sales merges sources with sums exact beyond floats', async () => {
  await given(db.engine, 'source_dish_sales', [
    [1, 'A', 'x', 1, BEYOND_A_FLOAT, 1, 1, 4],
    [2, 'A', 'x', 2, BEYOND_A_FLOAT, 2, 2, 4],
    [1, 'A', null, 1, null, 1, 1, null],
  ]);
  const rows = await rowsOf(db.engine, ROLLUPS.dish_sales, DISH_SALES);
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual({
    ...{ restaurant: 'A', dish: 'x', orders: 3, revenue: TWICE_THAT },
    ...{ lines: 3, squared_orders: 3, squared_revenue: 800n },
  });
  expect(rows).toContainEqual({
    ...{ restaurant: 'A', dish: null, orders: 1, revenue: null },
    ...{ lines: 1, squared_orders: 1, squared_revenue: null },
  });
});

test('customer_visits merges sources', async () => {
  await given(db.engine, 'source_customer_visits', [
    [1, 'A', 'Bob', 1, 1.5],
    [1, 'B', 'Bob', 1, 1.5],
    [2, 'A', 'Bob', 4, -0.5],
  ]);
  const rows = await rowsOf(db.engine, ROLLUPS.customer_visits, CUSTOMER_VISITS);
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual({ restaurant: 'A', customer: 'Bob', visits: 5, revenue: 100n });
  expect(rows).toContainEqual({ restaurant: 'B', customer: 'Bob', visits: 1, revenue: 150n });
});
