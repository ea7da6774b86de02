import { averageMoney } from '../lib/money';
import type { Role } from '../lib/roles';
import type { Results, Scorecard } from '../sql/tables';
import type { BarChart, MakeReport, Scorecards } from './report';
import { restaurantBars } from './restaurant-bars';
import { inSentence } from './restaurants';

export const restaurantStats: MakeReport = (results, { restaurant }) => ({
  name: 'restaurant_stats',
  question:
    restaurant === null
      ? 'How many customers visited the restaurants, and how much money did they make?'
      : `How many customers visited ${inSentence(restaurant)}, and how much money did it make?`,
  definition:
    'A customer is a distinct name in the file, a visit is an order line, and revenue is what the kept lines add up to.',
  blocks: [
    scorecards(results, restaurant),
    {
      type: 'table',
      caption: 'Customers and revenue by restaurant',
      columns: [
        { name: 'restaurant_names', label: 'Restaurant', kind: 'text', names: 'restaurant' },
        { name: 'customer_count', label: 'Customers', kind: 'count?' },
        { name: 'total_revenue', label: 'Revenue', kind: 'money?' },
      ],
      rows: results.tables.restaurant_stats,
      marked: restaurant,
    },
    ...revenueChart(results, restaurant),
    ...customersChart(results, restaurant),
  ],
});

function scorecards(results: Results, restaurant: string | null): Scorecards {
  const found: Scorecard | undefined = [...results.scorecards].find(
    (row) => row.restaurant === restaurant,
  );
  const visits = found?.visits ?? 0;
  const revenue = found?.revenue ?? null;
  const noteOf = (role: Role) => (results.roles.includes(role) ? {} : { note: 'not in this file' });
  return {
    type: 'scorecards',
    cards: [
      { label: 'Customers', value: found?.customers ?? null, ...noteOf('customer') },
      { label: 'Visits', value: visits },
      { label: 'Revenue', value: revenue, ...noteOf('price') },
      {
        label: 'Average line',
        value: revenue === null ? null : averageMoney(revenue, visits),
        ...noteOf('price'),
      },
    ],
  };
}

function revenueChart({ tables }: Results, restaurant: string | null): readonly BarChart[] {
  return restaurantBars(tables.restaurant_stats, {
    name: 'revenue_by_restaurant',
    column: { name: 'total_revenue', label: 'Revenue', kind: 'money' },
    verb: 'made the most',
    valueOf: ({ total_revenue: revenue }) => revenue,
    marked: restaurant,
  });
}

function customersChart({ tables }: Results, restaurant: string | null): readonly BarChart[] {
  return restaurantBars(tables.restaurant_stats, {
    name: 'customers_by_restaurant',
    column: { name: 'customer_count', label: 'Customers', kind: 'count' },
    verb: 'had the most',
    valueOf: ({ customer_count: customers }) => customers,
    marked: restaurant,
  });
}
