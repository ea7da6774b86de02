import { formatCount } from '../lib/format';
import type { Results } from '../sql/tables';
import type { BarChart, MakeReport } from './report';

export const customerStats: MakeReport = (results) => ({
  name: 'customer_stats',
  question: 'Who visited the most restaurants?',
  definition:
    'Customers by the number of different restaurants with an order line of theirs, then by their visits in all.',
  blocks: [
    {
      type: 'table',
      caption: 'Customers by restaurants visited',
      columns: [
        { name: 'first_name', label: 'First name', kind: 'text' },
        { name: 'restaurants_visited', label: 'Restaurants visited', kind: 'count' },
        { name: 'most_visited_restaurant', label: 'Most visited restaurant', kind: 'text' },
      ],
      rows: results.tables.customer_stats,
    },
    histogram(results),
  ],
});

/** How many customers visited one restaurant, how many two, and so on. */
function histogram({ tables }: Results): BarChart {
  const customers = new Map<number, number>();
  for (const { restaurants_visited: visited } of tables.customer_stats) {
    customers.set(visited, (customers.get(visited) ?? 0) + 1);
  }
  const bars = [...customers].sort(([a], [b]) => a - b);
  const most = bars[bars.length - 1];
  return {
    type: 'chart',
    title: 'Customers by number of restaurants visited',
    finding: most
      ? `${formatCount(most[1])} of ${formatCount(tables.customer_stats.length)} customers visited ${formatCount(most[0])}, the most that any did.`
      : '',
    direction: 'columns',
    bars: bars.map(([visited, count]) => ({
      label: visited === 1 ? '1 restaurant' : `${formatCount(visited)} restaurants`,
      value: count,
      text: formatCount(count),
    })),
  };
}
