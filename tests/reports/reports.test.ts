import { describe, expect, test } from 'vitest';
import { REPORTS } from '../../src/reports';
import type { BarChart, Rankings, Scorecards, Table } from '../../src/reports/report';
import { ROLES } from '../../src/lib/roles';
import { defaultRestaurant, displayName } from '../../src/reports/restaurants';
import { NO_RESULTS, TABLE_NAMES, type ResultsWithLeads } from '../../src/sql/tables';

const RESULTS: ResultsWithLeads = {
  roles: ROLES,
  tables: {
    restaurant_stats: [
      { restaurant_names: 'bean-juice-stand', customer_count: 2, total_revenue: 300n },
      {
        restaurant_names: 'the-restaurant-at-the-end-of-the-universe',
        customer_count: 3,
        total_revenue: 1000n,
      },
    ],
    popular_dishes: [
      { restaurant_names: '__proto__', food_names: 'tea', order_count: 2, popularity_rank: 1 },
      { restaurant_names: 'b', food_names: 'tea', order_count: 4, popularity_rank: 1 },
      { restaurant_names: 'b', food_names: 'soup', order_count: 1, popularity_rank: 2 },
    ],
    profitable_dishes: [],
    customer_stats: [
      { first_name: 'Ann', restaurants_visited: 2, most_visited_restaurant: 'b' },
      { first_name: 'Bob', restaurants_visited: 1, most_visited_restaurant: 'b' },
      { first_name: 'Cy', restaurants_visited: 1, most_visited_restaurant: 'b' },
    ],
    frequent_visitors: [],
  },
  visitedCounts: [
    { restaurants_visited: 1, customers: 2 },
    { restaurants_visited: 2, customers: 1 },
  ],
  contenders: [],
  menu: [],
  scorecards: [
    { restaurant: null, customers: 4, visits: 5, revenue: 1300n },
    {
      restaurant: 'the-restaurant-at-the-end-of-the-universe',
      customers: 3,
      visits: 3,
      revenue: 1000n,
    },
  ],
};

const END = 'the-restaurant-at-the-end-of-the-universe';
const make = (index: number, restaurant: string | null = null) =>
  REPORTS[index]!(RESULTS, { restaurant, picked: null });

test('there is a report for each table, in its order, titled by a question and defined', () => {
  const reports = REPORTS.map((report) => report(NO_RESULTS, { restaurant: null, picked: null }));
  expect(reports.map(({ name }) => name)).toEqual(TABLE_NAMES);
  for (const { question, definition } of reports) {
    expect(question).toMatch(/\?$/);
    expect(definition).toMatch(/\.$/);
  }
});

test('the page says what a customer, a visit and profitable mean', () => {
  const definitions = REPORTS.map(
    (report) => report(NO_RESULTS, { restaurant: null, picked: null }).definition,
  );
  expect(definitions.join(' ')).toMatch(/A customer is .*a visit is an order line/);
  expect(definitions.join(' ')).toMatch(/Profitable means the highest revenue/);
});

describe('restaurant_stats', () => {
  test('asks about the picked restaurant and shows its four figures', () => {
    const report = make(0, END);
    expect(report.question).toBe(
      'How many customers visited the Restaurant at the End of the Universe, and how much money did it make?',
    );
    const [cards] = report.blocks as [Scorecards];
    expect(cards.cards.map(({ label, value }) => [label, value])).toEqual([
      ['Customers', 3],
      ['Visits', 3],
      ['Revenue', 1000n],
      ['Average line', 333n],
    ]);
  });

  test('of all restaurants counts each customer once', () => {
    const [cards] = make(0).blocks as [Scorecards];
    expect(cards.cards.map(({ value }) => value)).toEqual([4, 5, 1300n, 260n]);
  });

  test('its chart says which restaurant made the most', () => {
    const chart = make(0, END).blocks[2] as BarChart;
    expect(chart.finding).toBe(`${END} made the most, 10.00; bean-juice-stand 3.00.`);
    expect(chart.bars.map(({ value }) => value)).toEqual([10, 3]);
    expect(chart.marked).toBe(END);
  });
});

test('dishes are ranked per restaurant, whatever its name', () => {
  const [rankings] = make(1).blocks as [Rankings];
  expect(rankings.groups.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['__proto__', 1],
    ['b', 2],
  ]);
});

test('customers come with a histogram of the restaurants that they visited', () => {
  const [table, chart] = make(3).blocks as [Table, BarChart];
  expect(table.rows).toBe(RESULTS.tables.customer_stats);
  expect(chart.bars.map(({ label, value }) => [label, value])).toEqual([
    ['1', 2],
    ['2', 1],
  ]);
  expect(chart.finding).toBe('1 of 3 customers visited 2, the most that any did.');
});

describe('the restaurant that the page opens with', () => {
  const withNames = (...names: string[]): ResultsWithLeads => ({
    ...NO_RESULTS,
    tables: {
      ...NO_RESULTS.tables,
      restaurant_stats: names.map((name) => ({
        restaurant_names: name,
        customer_count: 1,
        total_revenue: 1n,
      })),
    },
  });
  test.each<[string[], string | null]>([
    [['a', END], END],
    [['a', 'Restaurant at the end of the universe'], 'Restaurant at the end of the universe'],
    [['a', 'b'], null],
    [['a'], 'a'],
    [[], null],
  ])('of %j is %j', (names, expected) => {
    expect(defaultRestaurant(withNames(...names))).toBe(expected);
  });
});

test.each([
  ['the-ice-cream-parlor', 'The Ice Cream Parlor'],
  ['johnnys_cashew_stand', 'Johnnys Cashew Stand'],
  ['Café-Bar', 'Café-Bar'],
  ['a b', 'a b'],
  ['x', 'x'],
])('%s is shown as %s', (name, shown) => {
  expect(displayName(name)).toBe(shown);
});
