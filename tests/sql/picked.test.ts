import { beforeEach, expect, test } from 'vitest';
import { makeTables } from '../../src/pipeline/database';
import { details, pick } from '../../src/pipeline/looking';
import { useEngine } from '../support/engine';
import { dishSales, given } from '../support/rows';

const db = useEngine();

beforeEach(async () => {
  await given(
    db.engine,
    'dish_sales',
    dishSales(
      ['A', 'tea', 3, 3],
      ['A', 'soup', 3, 9],
      ['A', null, 1, 1],
      ['A', 'gift', 7, null],
      ["B'; drop table picked", 'tea', 9, 90],
    ),
  );
  await given(db.engine, 'customer_visits', [
    ['A', 'Zoe', 4, 8],
    ['A', 'Ann', 4, 2],
    ['A', null, 9, 9],
    ['A', 'Bob', 1, 1],
    ["B'; drop table picked", 'Bob', 2, 60],
    ["B'; drop table picked", 'Cy', 7, 30],
  ]);
  await makeTables(db.engine);
});

async function picked(restaurant: string) {
  const { dishes, revenues, travellers, visitors } = await pick(db, restaurant);
  return {
    dishes: [...dishes].map((row) => Object.values(row)),
    revenues: [...revenues].map((row) => Object.values(row)),
    travellers: [...travellers].map((row) => Object.values(row)),
    visitors: [...visitors].map((row) => Object.values(row)),
  };
}

test('a picked restaurant has its dishes and customers, ranked like the result tables', async () => {
  expect(await picked('A')).toEqual({
    dishes: [
      ['gift', 7],
      ['soup', 3],
      ['tea', 3],
    ],
    revenues: [
      ['soup', 900n],
      ['tea', 300n],
    ],
    travellers: [
      ['Bob', 2, "B'; drop table picked"],
      ['Ann', 1, 'A'],
      ['Zoe', 1, 'A'],
    ],
    visitors: [
      ['Ann', 4, 200n],
      ['Zoe', 4, 800n],
      ['Bob', 1, 100n],
    ],
  });
});

test('a restaurant’s name is never read as SQL', async () => {
  expect((await picked("B'; drop table picked")).dishes).toEqual([['tea', 9]]);
  expect((await picked('no such place')).visitors).toEqual([]);
});

async function detailsOf(kind: 'dish' | 'customer', name: string) {
  const found = await details(db, { kind, name });
  return found && { everywhere: found.everywhere, places: [...found.places].map(Object.values) };
}

test('a dish has figures and ranks at each restaurant and overall', async () => {
  expect(await detailsOf('dish', 'tea')).toEqual({
    everywhere: {
      restaurant_names: null,
      order_count: 12,
      total_revenue: 9300n,
      popularity_rank: 1,
      profit_rank: 1,
      dishes: 3,
    },
    places: [
      ["B'; drop table picked", 9, 9000n, 1, 1, 1],
      ['A', 3, 300n, 3, 2, 3],
    ],
  });
  expect(await detailsOf('dish', 'gift')).toMatchObject({
    everywhere: { total_revenue: null, popularity_rank: 2, profit_rank: null },
    places: [['A', 7, null, 1, null, 3]],
  });
  expect(await detailsOf('dish', 'cake')).toBeNull();
});

test('a customer has visits, ranks among visitors and the place in customer_stats', async () => {
  expect(await detailsOf('customer', 'Bob')).toEqual({
    everywhere: {
      restaurants_visited: 2,
      visit_count: 3,
      total_revenue: 6100n,
      travel_rank: 1,
      customers: 4,
    },
    places: [
      ["B'; drop table picked", 2, 6000n, 2, 2, 2],
      ['A', 1, 100n, 3, 3, 3],
    ],
  });
  expect(await detailsOf('customer', 'Zoe')).toMatchObject({ places: [['A', 4, 800n, 2, 1, 3]] });
  expect(await detailsOf('customer', "' or 1=1 --")).toBeNull();
});
