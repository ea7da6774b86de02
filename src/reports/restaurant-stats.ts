import { clip, formatCount, formatMoney } from '../lib/format';
import { averageMoney } from '../lib/money';
import type { Role } from '../lib/roles';
import type { Results, Scorecard } from '../sql/tables';
import type { BarChart, MakeReport, Scorecards } from './report';
import { inSentence } from './restaurants';

/** More bars than this are no picture any more; the table has them all. */
const MOST_BARS = 20;

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
    ...(results.roles.includes('price') ? [revenueChart(results, restaurant)] : []),
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

function revenueChart({ tables }: Results, restaurant: string | null): BarChart {
  const rows = [...tables.restaurant_stats]
    .map((row) => ({ name: row.restaurant_names, revenue: row.total_revenue ?? 0n }))
    .sort((a, b) => (a.revenue < b.revenue ? 1 : a.revenue > b.revenue ? -1 : 0))
    .slice(0, MOST_BARS);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const most = first ? `${clip(first.name)} made the most, ${formatMoney(first.revenue)}` : '';
  const least = last && last !== first ? `; ${clip(last.name)} ${formatMoney(last.revenue)}` : '';
  const left = tables.restaurant_stats.length - rows.length;
  return {
    type: 'chart',
    title:
      left > 0
        ? `Revenue of the ${formatCount(MOST_BARS)} restaurants that made the most`
        : 'Revenue by restaurant',
    finding: `${most}${least}.`,
    direction: 'bars',
    bars: rows.map(({ name, revenue }) => ({
      label: name,
      value: Number(revenue) / 100,
      text: formatMoney(revenue),
    })),
    marked: restaurant,
  };
}
