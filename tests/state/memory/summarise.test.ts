import { expect, test } from 'vitest';
import { soldDishes } from '../../../src/pipeline/looking';
import { LIMITS, summarise } from '../../../src/state/memory/summarise';
import { csvFile, loadFiles, useEngine } from '../../support/engine';

const db = useEngine();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';

async function summed(content: string, areGuestsHidden = false) {
  const dataset = await loadFiles(db, [csvFile(HEADER + content)]);
  return summarise({ dataset, sold: () => soldDishes(db) }, areGuestsHidden);
}

test('a summary contains names and sums but no order line', async () => {
  const load = await summed('B,tea,Bob,1.50\nB,tea,Bob,1.50\nA,soup,Ann,2\nA,tea,Bob,-1\n');
  expect(load?.files).toEqual([{ name: 'orders.csv', lines: 5 }]);
  expect(load?.summary).toEqual({
    figures: [
      { restaurant: null, customers: 2, visits: 4, revenue: 400n, pricedVisits: 4 },
      { restaurant: 'A', customers: 2, visits: 2, revenue: 100n, pricedVisits: 2 },
      { restaurant: 'B', customers: 1, visits: 2, revenue: 300n, pricedVisits: 2 },
    ],
    dishes: {
      restaurants: ['A', 'A', 'B'],
      names: ['soup', 'tea', 'tea'],
      orders: [1, 1, 2],
      revenues: [200n, -100n, 300n],
    },
    guests: {
      travellers: { names: ['Bob', 'Ann'], visited: [2, 1], areAll: true },
      visitors: [
        ['B', 'Bob'],
        ['A', 'Ann'],
      ],
    },
  });
});

test('hidden guests are missing and do not change the fingerprint', async () => {
  const open = await summed('A,tea,Bob,1\n');
  const hidden = await summed('A,tea,Bob,1\n', true);
  const other = await summed('A,tea,Bob,2\n');
  expect(hidden?.summary.guests).toBeNull();
  expect(hidden?.fingerprint).toBe(open?.fingerprint);
  expect(other?.fingerprint).not.toBe(open?.fingerprint);
});

test('only the first of many customers are kept', async () => {
  const guests = Array.from(
    { length: LIMITS.travellers + 1 },
    (_, index) => `A,tea,G${String(index)},1`,
  );
  const load = await summed(`${guests.join('\n')}\n`);
  expect(load?.summary.guests?.travellers.names).toHaveLength(LIMITS.travellers);
  expect(load?.summary.guests?.travellers.areAll).toBe(false);
});

test('too many restaurants or too long names are rejected', async () => {
  const many = Array.from(
    { length: LIMITS.restaurants + 1 },
    (_, index) => `R${String(index)},tea,Bob,1`,
  );
  expect(await summed(`${many.join('\n')}\n`)).toBeNull();
});
