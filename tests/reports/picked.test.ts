import { expect, test } from 'vitest';
import { REPORTS } from '../../src/reports';
import type { Table } from '../../src/reports/report';
import { NO_RESULTS, TABLE_NAMES, type Picked, type TableName } from '../../src/sql/tables';

const PICKED: Picked = {
  restaurant: 'the-moon',
  dishes: [
    { food_names: 'tea', order_count: 3 },
    { food_names: 'soup', order_count: 3 },
  ],
  revenues: [{ food_names: 'soup', total_revenue: 900n }],
  travellers: [{ first_name: 'Ann', restaurants_visited: 2, most_visited_restaurant: 'the-sun' }],
  visitors: [{ first_name: 'Bob', visit_count: 4, total_revenue: null }],
};
const TIED = { name: 'tea', total: 300n, verdict: 'tied', contenders: 2 };
const CLOSE = { ...TIED, verdict: 'too close to call' };

function reportOf(name: TableName) {
  const contenders = [
    { ...TIED, table_name: 'popular_dishes', restaurant: 'the-moon' },
    { ...CLOSE, table_name: 'popular_dishes', restaurant: 'the-sun' },
  ];
  const make = REPORTS[TABLE_NAMES.indexOf(name)]!;
  return make({ ...NO_RESULTS, contenders }, { restaurant: 'the-moon', picked: PICKED });
}

const tableOf = (name: TableName) => reportOf(name).blocks[0] as Table;

test('asks each question about the picked restaurant', () => {
  for (const name of TABLE_NAMES) expect(reportOf(name).question).toMatch(/the Moon.*\?$/);
});

test('shows all picked rows in each table', () => {
  expect(tableOf('popular_dishes').rows).toBe(PICKED.dishes);
  expect(tableOf('profitable_dishes').rows).toBe(PICKED.revenues);
  expect(tableOf('customer_stats').rows).toBe(PICKED.travellers);
  expect(tableOf('frequent_visitors').rows).toBe(PICKED.visitors);
});

test('shows the verdict of the picked restaurant only', () => {
  const { blocks } = reportOf('popular_dishes');
  expect(blocks).toHaveLength(1);
  const { of } = tableOf('popular_dishes').verdicts!;
  expect([...of].map(([dish, { label }]) => [dish, label])).toEqual([['tea', 'tied']]);
  expect(tableOf('profitable_dishes').verdicts).toBeUndefined();
});
