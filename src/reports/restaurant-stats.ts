import type { Results } from '../sql/tables';
import type { BarChart, MakeReport } from './report';
import { restaurantBars } from './restaurant-bars';
import { inSentence } from './restaurants';
import { scorecards } from './scorecards';

export const restaurantStats: MakeReport = (results, { restaurant }) => ({
  name: 'restaurant_stats',
  question:
    restaurant === null
      ? 'How many customers visited the restaurants, and how much money did they make?'
      : `How many customers visited ${inSentence(restaurant)}, and how much money did it make?`,
  definition:
    'A customer is a distinct name in the file, a visit is an order line, and revenue is what the kept lines add up to.',
  blocks: [
    ...scorecards(results, restaurant),
    {
      type: 'table',
      caption: 'Customers and revenue by restaurant',
      columns: [
        { name: 'restaurant_names', label: 'Restaurant', kind: 'text', names: 'restaurant' },
        { name: 'customer_count', label: 'Customers', kind: 'count?', bar: true },
        { name: 'total_revenue', label: 'Revenue', kind: 'money?', bar: true },
      ],
      rows: results.tables.restaurant_stats,
      marked: restaurant,
    },
    ...revenueChart(results, restaurant),
    ...customersChart(results, restaurant),
  ],
});

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
