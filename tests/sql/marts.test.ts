import { beforeEach, describe, expect, test } from 'vitest';
import { makeTables } from '../../src/pipeline/database';
import { MARTS, PAGE_MARTS, ROLLUPS } from '../../src/sql';
import { replaceTable } from '../../src/sql/model';
import { SCORECARDS, TABLES, VISITED_COUNTS } from '../../src/sql/tables';
import { useEngine } from '../support/engine';
import { dishSales, given, rowsOf } from '../support/rows';

const db = useEngine();

beforeEach(async () => {
  const sales = dishSales(
    ['b', 'tea', 5, 10],
    ['b', 'soup', 5, 10],
    ['b', 'rice', 7, 1],
    ['b', 'wine', 1, 90],
    ['b', 'milk', 2, 2.5],
    ['b', 'eggs', 2, -2],
    ['Z', 'tea', 1, 1],
    // These rows come from a file without dishes and from a file without prices.
    ['b', null, 99, 999],
    ['Z', 'milk', 0, null],
  );
  await given(db.engine, 'dish_sales', sales);
  await given(db.engine, 'customer_visits', [
    ['b', 'Zoë', 3, 9],
    ['b', 'Ann', 3, 2.5],
    ['b', 'Bob', 16, 100],
    ['Z', 'Ann', 3, 1],
    ['é', 'Ann', 1, 1],
    ['é', '😀', 1, 0.5],
    ['é', 'ﬁ', 1, 0.5],
  ]);
});

/** Adds the visits of a file without customers. */
function givenVisitsOfNobody(): Promise<void> {
  return db.engine.run({
    name: 'customer_visits',
    sql: "insert into customer_visits values ('b', null, 99, 1)",
  });
}

test('restaurant_stats has distinct customers and revenue, ordered by code point', async () => {
  expect(await rowsOf(db.engine, MARTS.restaurant_stats, TABLES.restaurant_stats)).toEqual([
    { restaurant_names: 'Z', customer_count: 1, total_revenue: 100n },
    { restaurant_names: 'b', customer_count: 3, total_revenue: 11150n },
    { restaurant_names: 'é', customer_count: 3, total_revenue: 200n },
  ]);
});

test('restaurant_stats has NULL and not 0 for columns the file lacks', async () => {
  await given(db.engine, 'customer_visits', [['A', null, 4, null]]);
  expect(await rowsOf(db.engine, MARTS.restaurant_stats, TABLES.restaurant_stats)).toEqual([
    { restaurant_names: 'A', customer_count: null, total_revenue: null },
  ]);
});

test('popular_dishes has the first five with unique ranks and ties by name', async () => {
  const rows = await rowsOf(db.engine, MARTS.popular_dishes, TABLES.popular_dishes);
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['Z', 'tea', 1, 1],
    ['Z', 'milk', 0, 2],
    ['b', 'rice', 7, 1],
    ['b', 'soup', 5, 2],
    ['b', 'tea', 5, 3],
    ['b', 'eggs', 2, 4],
    ['b', 'milk', 2, 5],
  ]);
});

test('profitable_dishes has the first five by revenue and ties by name', async () => {
  const rows = await rowsOf(db.engine, MARTS.profitable_dishes, TABLES.profitable_dishes);
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['Z', 'tea', 100n, 1],
    ['b', 'wine', 9000n, 1],
    ['b', 'soup', 1000n, 2],
    ['b', 'tea', 1000n, 3],
    ['b', 'milk', 250n, 4],
    ['b', 'rice', 100n, 5],
  ]);
});

test('customer_stats and frequent_visitors leave out visits without a customer', async () => {
  await givenVisitsOfNobody();
  const customers = await rowsOf(db.engine, MARTS.customer_stats, TABLES.customer_stats);
  expect(customers.map((row) => row.first_name)).toEqual(['Ann', 'Bob', 'Zoë', 'ﬁ', '😀']);
  const visitors = await rowsOf(db.engine, MARTS.frequent_visitors, TABLES.frequent_visitors);
  expect(visitors[0]).toEqual({
    restaurant_names: 'b',
    most_frequent_visitor: 'Bob',
    visit_count: 16,
  });
});

test('visited_counts counts customers by restaurants visited', async () => {
  await makeTables(db.engine);
  expect(await rowsOf(db.engine, PAGE_MARTS.visited_counts, VISITED_COUNTS)).toEqual([
    { restaurants_visited: 1, customers: 4 },
    { restaurants_visited: 3, customers: 1 },
  ]);
});

test('customer_stats is ordered by restaurants, visits and name, and breaks ties by the first restaurant', async () => {
  const rows = await rowsOf(db.engine, MARTS.customer_stats, TABLES.customer_stats);
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['Ann', 3, 'Z'],
    ['Bob', 1, 'b'],
    ['Zoë', 1, 'b'],
    ['ﬁ', 1, 'é'],
    ['😀', 1, 'é'],
  ]);
});

test('frequent_visitors has one row per restaurant, ordered by visits, with ties by name', async () => {
  const rows = await rowsOf(db.engine, MARTS.frequent_visitors, TABLES.frequent_visitors);
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['b', 'Bob', 16],
    ['Z', 'Ann', 3],
    ['é', 'Ann', 1],
  ]);
});

describe('scorecards', () => {
  const cards = async () => {
    await db.engine.run(replaceTable(ROLLUPS.customer_visits));
    await makeTables(db.engine);
    const rows = await rowsOf(db.engine, PAGE_MARTS.scorecards, SCORECARDS);
    return rows.map((row) => Object.values(row));
  };

  test('begin with all restaurants, whose customers are counted once and per restaurant', async () => {
    await given(db.engine, 'source_customer_visits', [
      [1, 'b', 'Zoë', 3, 9],
      [1, 'b', 'Ann', 3, 2.5],
      [1, 'Z', 'Ann', 3, 1],
      [2, 'b', 'Ann', 1, -0.5],
      [2, 'é', 'Ann', 1, 1],
      [2, 'é', '😀', 1, 0.5],
    ]);
    expect(await cards()).toEqual([
      [null, 3, 12, 1350n, 12, 5, 3, 3, 3],
      ['Z', 1, 3, 100n, 3, 1, 1, 1, 1],
      ['b', 2, 7, 1100n, 7, 2, 1, 1, 1],
      ['é', 2, 2, 150n, 2, 2, 1, 1, 1],
    ]);
  });

  test('leave visits of a file without prices or customers out of averages', async () => {
    await given(db.engine, 'source_customer_visits', [
      [1, 'A', 'Ann', 4, 10],
      [2, 'A', 'Ann', 6, null],
      [2, 'B', 'Bob', 7, null],
      [3, 'A', null, 5, 2],
      [3, 'C', null, 9, 0],
    ]);
    expect(await cards()).toEqual([
      [null, 2, 31, 1200n, 18, 2, 3, 2, 2],
      ['A', 1, 15, 1200n, 9, 1, 1, 1, 1],
      ['B', 1, 7, null, 0, 1, 1, 1, 0],
      ['C', null, 9, 0n, 9, null, 1, 0, 1],
    ]);
  });

  test('have only visits for a file with neither', async () => {
    await given(db.engine, 'source_customer_visits', [[1, 'A', null, 4, null]]);
    expect(await cards()).toEqual([
      [null, null, 4, null, 0, null, 1, 0, 0],
      ['A', null, 4, null, 0, null, 1, 0, 0],
    ]);
  });
});
