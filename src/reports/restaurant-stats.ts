import { messages } from '../i18n/locale';
import type { Results } from '../sql/tables';
import type { BarChart, MakeReport } from './report';
import { restaurantBars } from './restaurant-bars';
import { MANY_RESTAURANTS, nameInTitle } from './restaurants';
import { scorecards } from './scorecards';

export const restaurantStats: MakeReport = (results, { restaurant }) => {
  const { restaurantStats: words, columns } = messages().reports;
  const bar = results.tables.restaurant_stats.length <= MANY_RESTAURANTS;
  return {
    name: 'restaurant_stats',
    question: words.question(restaurant === null ? null : nameInTitle(restaurant)),
    definition: words.definition,
    blocks: [
      ...scorecards(results, restaurant),
      {
        type: 'table',
        caption: words.caption,
        columns: [
          {
            name: 'restaurant_names',
            label: columns.restaurant,
            kind: 'text',
            names: 'restaurant',
          },
          { name: 'customer_count', label: columns.customers, kind: 'count?', bar },
          { name: 'total_revenue', label: columns.revenue, kind: 'money?', bar },
        ],
        rows: results.tables.restaurant_stats,
        marked: restaurant,
      },
      ...revenueChart(results, restaurant),
      ...customersChart(results, restaurant),
    ],
  };
};

function revenueChart({ tables }: Results, restaurant: string | null): readonly BarChart[] {
  const { columns, revenueBars: words } = messages().reports;
  return restaurantBars(tables.restaurant_stats, {
    name: 'revenue_by_restaurant',
    column: { name: 'total_revenue', label: columns.revenue, kind: 'money' },
    words,
    valueOf: ({ total_revenue: revenue }) => revenue,
    marked: restaurant,
  });
}

function customersChart({ tables }: Results, restaurant: string | null): readonly BarChart[] {
  const { columns, customersBars: words } = messages().reports;
  return restaurantBars(tables.restaurant_stats, {
    name: 'customers_by_restaurant',
    column: { name: 'customer_count', label: columns.customers, kind: 'count' },
    words,
    valueOf: ({ customer_count: customers }) => customers,
    marked: restaurant,
  });
}
