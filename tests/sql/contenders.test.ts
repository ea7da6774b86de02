import { beforeEach, describe, expect, test } from 'vitest';
import { makeTables } from '../../src/pipeline/database';
import { PAGE_MARTS } from '../../src/sql';
import { CONTENDERS, type TableName } from '../../src/sql/tables';
import { useEngine } from '../support/engine';
import { dishSales, given, rowsOf, type Literal } from '../support/rows';

const db = useEngine();

type Visits = [restaurant: string, customer: string | null, visits: number];

async function givenVisits(...visits: Visits[]): Promise<void> {
  const rows = visits.map(([restaurant, customer, count]) => [restaurant, customer, count, 1]);
  await given(db.engine, 'customer_visits', rows);
  await makeTables(db.engine);
}

/** The rows about a table, as restaurant, name, verdict and number of contenders. */
async function contendersOf(table: TableName): Promise<unknown[][]> {
  const rows = await rowsOf(db.engine, PAGE_MARTS.contenders, CONTENDERS);
  return rows
    .filter(({ table_name }) => table_name === table)
    .map(({ restaurant, name, verdict, contenders }) => [restaurant, name, verdict, contenders]);
}

beforeEach(async () => {
  for (const table of ['dish_sales', 'customer_visits']) await given(db.engine, table, []);
  await makeTables(db.engine);
});

describe('a first place', () => {
  test.each([
    // The result is true if two equally likely names differ this much in more than 5% of cases
    // (exact binomial test).
    [[2, 1], true],
    [[7, 1], true],
    [[8, 1], false],
    [[9, 2], true],
    [[10, 2], false],
    [[1158, 1150], true],
    [[1158, 1066], true],
    [[1158, 1064], false],
  ] as [[number, number], boolean][])(
    'with %j visits is within chance: %s',
    async ([a, b], isClose) => {
      await givenVisits(['A', 'Ann', b], ['A', 'Bob', a], ['A', null, 5000]);
      const expected = [
        ['A', 'Bob', 'too close to call', 2],
        ['A', 'Ann', 'too close to call', 2],
      ];
      expect(await contendersOf('frequent_visitors')).toEqual(isClose ? expected : []);
    },
  );

  test('that is shared is tied, and close names are left out', async () => {
    await givenVisits(['A', 'Cy', 9], ['A', 'Bob', 9], ['A', 'Ann', 8], ['B', 'Ann', 9]);
    expect(await contendersOf('frequent_visitors')).toEqual([
      ['A', 'Bob', 'tied', 2],
      ['A', 'Cy', 'tied', 2],
    ]);
  });

  test('lists twenty names by number and name, and counts all', async () => {
    const visits = Array.from({ length: 30 }, (_, index): Visits => [
      'A',
      `n${String(99 - index)}`,
      5,
    ]);
    await givenVisits(...visits);
    const rows = await contendersOf('frequent_visitors');
    expect(rows.map(([, name]) => name)).toEqual(
      visits
        .map(([, name]) => name)
        .reverse()
        .slice(0, 20),
    );
    expect(new Set(rows.map(([, , , count]) => count))).toEqual(new Set([30]));
  });
});

describe('dishes', () => {
  test('are tied separately by orders and by revenue', async () => {
    const sales = dishSales(
      ['A', 'tea', 900, 1000],
      ['A', 'soup', 900, 2000],
      ['A', 'pie', 1, 2000],
      ['A', null, 900, 2000],
      ['B', 'tea', 2, null],
      ['B', 'soup', 2, null],
    );
    await given(db.engine, 'dish_sales', sales);
    expect(await contendersOf('popular_dishes')).toEqual([
      ['A', 'soup', 'tied', 2],
      ['B', 'soup', 'tied', 2],
      ['A', 'tea', 'tied', 2],
      ['B', 'tea', 'tied', 2],
    ]);
    expect(await contendersOf('profitable_dishes')).toEqual([
      ['A', 'pie', 'tied', 2],
      ['A', 'soup', 'tied', 2],
    ]);
  });

  test('depend on the number of lines: one large order may be chance', async () => {
    const sold = (squares: number): Literal[][] => [
      ['A', 'tea', 1000, 1000, 1000, 1000, 1000],
      ['A', 'soup', 800, 800, 800, 800, 800],
      ['A', 'pie', 700, 700, 10, squares, squares],
    ];
    await given(db.engine, 'dish_sales', sold(49_000));
    const close = [
      ['A', 'tea', 'too close to call', 2],
      ['A', 'pie', 'too close to call', 2],
    ];
    expect(await contendersOf('popular_dishes')).toEqual(close);
    expect(await contendersOf('profitable_dishes')).toEqual(close);
    await given(db.engine, 'dish_sales', sold(700));
    expect(await contendersOf('popular_dishes')).toEqual([]);
  });

  test('with more refunds than sales are ignored', async () => {
    await given(
      db.engine,
      'dish_sales',
      dishSales(['A', 'tea', 2, -1000], ['A', 'soup', 400, -1100]),
    );
    expect(await contendersOf('profitable_dishes')).toHaveLength(2);
  });
});

describe('customers of the most restaurants', () => {
  test('are those with the most visits among them', async () => {
    await givenVisits(
      ['A', 'Ann', 2],
      ['B', 'Ann', 2],
      ['A', 'Bob', 1],
      ['B', 'Bob', 1],
      ['A', 'Cy', 9],
    );
    expect(await contendersOf('customer_stats')).toEqual([[null, 'Ann', 'tied', 1]]);
    await givenVisits(
      ['A', 'Bob', 1],
      ['B', 'Bob', 3],
      ['A', 'Ann', 2],
      ['B', 'Ann', 2],
      ['A', 'Cy', 9],
    );
    expect(await contendersOf('customer_stats')).toEqual([
      [null, 'Ann', 'tied', 2],
      [null, 'Bob', 'tied', 2],
    ]);
  });

  test('are empty without customers', async () => {
    expect(await contendersOf('customer_stats')).toEqual([]);
  });
});
