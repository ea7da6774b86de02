import { describe, expect, test } from 'vitest';
import { REPORTS } from '../../src/reports';
import type { BarChart, Rankings, Report, Scorecards, Table } from '../../src/reports/report';
import { ROLES } from '../../src/domain/roles';
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
  margins: null,
  scorecards: [
    {
      restaurant: null,
      customers: 4,
      visits: 5,
      revenue: 1300n,
      priced_visits: 5,
      customers_of_each: 5,
      restaurants: 2,
      restaurants_with_customers: 2,
      restaurants_with_revenue: 2,
    },
    {
      restaurant: 'the-restaurant-at-the-end-of-the-universe',
      customers: 3,
      visits: 3,
      revenue: 1000n,
      priced_visits: 3,
      customers_of_each: 3,
      restaurants: 1,
      restaurants_with_customers: 1,
      restaurants_with_revenue: 1,
    },
  ],
};

const END = 'the-restaurant-at-the-end-of-the-universe';
const make = (index: number, restaurant: string | null = null) =>
  REPORTS[index]!(RESULTS, { restaurant, picked: null });
const chartsOf = ({ blocks }: Report) => blocks.filter(({ type }) => type === 'chart');

test('has a report per table in order, with a question and a definition', () => {
  const reports = REPORTS.map((report) => report(NO_RESULTS, { restaurant: null, picked: null }));
  expect(reports.map(({ name }) => name)).toEqual(TABLE_NAMES);
  for (const { question, definition } of reports) {
    expect(question).toMatch(/\?$/);
    expect(definition).toMatch(/\.$/);
  }
});

test('defines customer, visit and profitable', () => {
  const definitions = REPORTS.map(
    (report) => report(NO_RESULTS, { restaurant: null, picked: null }).definition,
  );
  expect(definitions.join(' ')).toMatch(/A customer is .*a visit is an order line/);
  expect(definitions.join(' ')).toMatch(/Profitable means the highest total revenue/);
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
      ['Average per visit', 333n],
    ]);
  });

  test('counts each customer of all restaurants once', () => {
    const [cards] = make(0).blocks as [Scorecards];
    expect(cards.cards.map(({ value }) => value)).toEqual([4, 5, 1300n, 260n]);
  });

  test('has a chart that names the restaurant with the most revenue', () => {
    const [chart] = chartsOf(make(0, END)) as [BarChart];
    expect(chart.finding).toBe(`${END} made the most, 10.00; bean-juice-stand made 3.00.`);
    expect(chart.bars.map(({ value }) => value)).toEqual([10, 3]);
    expect(chart.marked).toBe(END);
    expect([...chart.table.rows]).toEqual([
      { restaurant_names: END, total_revenue: 1000n },
      { restaurant_names: 'bean-juice-stand', total_revenue: 300n },
    ]);
  });

  test('has a chart that names the restaurant with the most customers', () => {
    const [, chart] = chartsOf(make(0, END)) as [BarChart, BarChart];
    expect(chart.title).toBe('Customers by restaurant');
    expect(chart.finding).toBe(`${END} had the most, 3; bean-juice-stand had 2.`);
    expect(chart.bars.map(({ text }) => text)).toEqual(['3', '2']);
  });

  test('has charts only for existing columns and several restaurants', () => {
    const charts = (
      rows: (typeof RESULTS.tables.restaurant_stats extends Iterable<infer R> ? R : never)[],
    ) =>
      REPORTS[0]!(
        { ...RESULTS, tables: { ...RESULTS.tables, restaurant_stats: rows } },
        { restaurant: null, picked: null },
      ).blocks.flatMap((block) => (block.type === 'chart' ? [block] : []));
    const row = (name: string, customers: number | null, revenue: bigint | null) => ({
      ...{ restaurant_names: name, customer_count: customers, total_revenue: revenue },
    });
    const without = charts([row('a', null, 100n), row('b', null, 200n), row('c', null, null)]);
    expect(without.map(({ title }) => title)).toEqual(['Revenue by restaurant']);
    expect(without[0]?.bars.map(({ label }) => label)).toEqual(['b', 'a']);
    expect(charts([row('a', 1, 100n)])).toEqual([]);
    const many = charts(Array.from({ length: 25 }, (_, index) => row(String(index), index, 5n)));
    expect(many.map(({ title }) => title)).toEqual([
      'Revenue of the top 20 restaurants',
      'Customers of the top 20 restaurants',
    ]);
    expect(many[0]?.bars.map(({ label }) => label).slice(0, 3)).toEqual(['0', '1', '2']);
    expect(many[1]?.bars.map(({ value }) => value)).toEqual(
      Array.from({ length: 20 }, (_, index) => 24 - index),
    );
  });
});

test('ranks dishes per restaurant, even if its name is a JavaScript property', () => {
  const [rankings] = make(1).blocks as [Rankings];
  expect(rankings.groups.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['__proto__', 1],
    ['b', 2],
  ]);
});

test('shows customers with a histogram of restaurants visited', () => {
  const [table, chart] = make(3).blocks as [Table, BarChart];
  expect(table.rows).toBe(RESULTS.tables.customer_stats);
  expect(chart.bars.map(({ label, value }) => [label, value])).toEqual([
    ['1', 2],
    ['2', 1],
  ]);
  expect(chart.finding).toBe(
    '1 of 3 customers visited 2 restaurants, the highest number. The most common number is 1: 2 customers.',
  );
  expect([...chart.table.rows][0]).toEqual({ restaurants_visited: '1', customers: 2 });
});

describe('the histogram', () => {
  const bars = (...counts: [visited: number, customers: number][]) => {
    const visitedCounts = counts.map(([visited, customers]) => ({
      ...{ restaurants_visited: visited, customers },
    }));
    const { blocks } = REPORTS[3]!(
      { ...RESULTS, visitedCounts },
      { restaurant: null, picked: null },
    );
    return (blocks.at(-1) as BarChart).bars.map(({ label, value }) => [label, value]);
  };

  test('has a bar for a number without customers', () => {
    expect(bars([1, 5], [4, 2])).toEqual([
      ['1', 5],
      ['2', 0],
      ['3', 0],
      ['4', 2],
    ]);
  });

  test('groups many numbers into bars that do not overlap', () => {
    const counts = Array.from({ length: 20 }, (_, n): [number, number] => [n + 1, 1]);
    expect(bars(...counts)).toEqual([
      ...['1–3', '4–6', '7–9', '10–12', '13–15', '16–18'].map((label) => [label, 3]),
      ['19–20', 2],
    ]);
  });
});

describe('the default restaurant', () => {
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
])('shows %s as %s', (name, shown) => {
  expect(displayName(name)).toBe(shown);
});
