import { beforeEach, expect, test } from 'vitest';
import { makeTables } from '../../src/pipeline/database';
import { pick } from '../../src/pipeline/pick';
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

test('a restaurant that is picked has its dishes and its customers, ranked as the tables rank', async () => {
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

test('its name is a value, whatever it says', async () => {
  expect((await picked("B'; drop table picked")).dishes).toEqual([['tea', 9]]);
  expect((await picked('no such place')).visitors).toEqual([]);
});
