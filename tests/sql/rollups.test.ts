import { expect, test } from 'vitest';
import { ROLLUPS, STAGING } from '../../src/sql';
import { insertInto } from '../../src/sql/model';
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
  // Two raw values of one clean name are one restaurant, one dish and one customer.
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
    [0, 2, null],
    [1, 1, null],
  ]);
  await given(engine, 'raw_lines', [
    [2, 0, 0, 0, 0, 0],
    [3, 1, 0, 1, 0, 1],
    [4, 0, 1, 0, 1, 1],
  ]);
  await given(engine, 'judged_lines', []);
  await engine.run(insertInto('judged_lines', STAGING.judged_lines));
}

test('chunk_dish_sales sums quantities and amounts per restaurant and dish', async () => {
  await givenLines();
  const rows = await rowsOf(db.engine, ROLLUPS.chunk_dish_sales, {
    source: 'count',
    ...DISH_SALES,
  });
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual({
    ...{ source: 7, restaurant: 'A', dish: 'x', orders: 3, revenue: 450n },
    ...{ lines: 2, squared_orders: 5, squared_revenue: 1125n },
  });
  expect(rows).toContainEqual({
    ...{ source: 7, restaurant: 'A', dish: 'y', orders: 1, revenue: -25n },
    ...{ lines: 1, squared_orders: 1, squared_revenue: 6n },
  });
});

test('chunk_customer_visits counts lines per restaurant and customer', async () => {
  await givenLines();
  const rows = await rowsOf(db.engine, ROLLUPS.chunk_customer_visits, {
    source: 'count',
    ...CUSTOMER_VISITS,
  });
  expect(rows).toEqual([{ source: 7, restaurant: 'A', customer: 'Bob', visits: 3, revenue: 425n }]);
});

test('chunk_receipt counts the kept lines and their revenue', async () => {
  await givenLines();
  const spec = { lines_kept: 'count', revenue: 'money?' } as const;
  expect(await rowsOf(db.engine, ROLLUPS.chunk_receipt, spec)).toEqual([
    { lines_kept: 3, revenue: 425n },
  ]);
});

const BEYOND_A_FLOAT = '90071992547409931.01';
const TWICE_THAT = 18014398509481986202n;

test('source_dish_sales merges the chunks of each source', async () => {
  await given(db.engine, 'chunk_dish_sales', [
    [1, 'A', 'x', 1, 1.5, 1, 1, 2.25],
    [1, 'A', 'x', 2, 1.5, 1, 4, 2.25],
    [2, 'A', 'x', 1, 1.5, 1, 1, 2.25],
  ]);
  const spec = { source: 'count', ...DISH_SALES } as const;
  const rows = await rowsOf(db.engine, ROLLUPS.source_dish_sales, spec);
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual({
    ...{ source: 1, restaurant: 'A', dish: 'x', orders: 3, revenue: 300n },
    ...{ lines: 2, squared_orders: 5, squared_revenue: 450n },
  });
  expect(rows).toContainEqual({
    ...{ source: 2, restaurant: 'A', dish: 'x', orders: 1, revenue: 150n },
    ...{ lines: 1, squared_orders: 1, squared_revenue: 225n },
  });
});

test('source_customer_visits merges the chunks of each source', async () => {
  await given(db.engine, 'chunk_customer_visits', [
    [1, 'A', 'Bob', 1, 1.5],
    [1, 'A', 'Bob', 4, -0.5],
    [2, 'A', 'Bob', 1, 1.5],
  ]);
  const spec = { source: 'count', ...CUSTOMER_VISITS } as const;
  const rows = await rowsOf(db.engine, ROLLUPS.source_customer_visits, spec);
  const row = { restaurant: 'A', customer: 'Bob' };
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual({ source: 1, ...row, visits: 5, revenue: 100n });
  expect(rows).toContainEqual({ source: 2, ...row, visits: 1, revenue: 150n });
});

test('dish_sales merges sources, sums beyond any float exact', async () => {
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
