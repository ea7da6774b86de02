import { expect, test } from 'vitest';
import { panelOf } from '../../src/reports/details';

test('shows orders, revenue and ranks of a dish', () => {
  const everywhere = {
    ...{
      restaurant_names: null,
      order_count: 1,
      total_revenue: 450n,
      popularity_rank: 7,
      profit_rank: 1200,
      dishes: 3400,
    },
  };
  const place = { ...everywhere, restaurant_names: 'Luna' };
  const panel = panelOf({ kind: 'dish', name: '=cmd()', everywhere, places: [place] });
  expect(panel.title).toEqual([{ name: '=cmd()' }]);
  expect(panel.facts).toEqual([
    'Ordered once at 1 restaurant: no. 7 of 3,400 dishes by orders.',
    'Revenue 4.50: no. 1,200 of 3,400 dishes by revenue.',
  ]);
  expect([...panel.table.rows]).toEqual([place]);
});

test('shows no revenue rank for a dish without a price, and no number for the only dish', () => {
  const everywhere = {
    ...{
      restaurant_names: null,
      order_count: 12,
      total_revenue: null,
      popularity_rank: 1,
      profit_rank: null,
      dishes: 1,
    },
  };
  expect(panelOf({ kind: 'dish', name: 'tea', everywhere, places: [] }).facts).toEqual([
    'Ordered 12 times at 0 restaurants: the only dish by orders.',
  ]);
});

test('shows restaurants, visits and spending of a customer', () => {
  const everywhere = {
    ...{ restaurants_visited: 2, visit_count: 3, total_revenue: 6100n },
    ...{ travel_rank: 1, customers: 4 },
  };
  expect(panelOf({ kind: 'customer', name: 'Ann', everywhere, places: [] }).facts).toEqual([
    'Visited 2 restaurants: no. 1 of 4 customers by restaurants visited.',
    '3 visits in total, revenue 61.00.',
  ]);
  const unpriced = { ...everywhere, visit_count: 1, total_revenue: null };
  expect(
    panelOf({ kind: 'customer', name: 'Ann', everywhere: unpriced, places: [] }).facts[1],
  ).toBe('1 visit in total.');
});
