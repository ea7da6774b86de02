import { formatCount } from '../lib/format';
import type { Results } from '../sql/tables';
import { travellersNote } from './leads';
import type { BarChart, MakeReport } from './report';
import { inSentence } from './restaurants';

export const customerStats: MakeReport = (results, { picked }) => ({
  name: 'customer_stats',
  question: picked
    ? `Who of the customers of ${inSentence(picked.restaurant)} visited the most restaurants?`
    : 'Who visited the most restaurants?',
  definition:
    'Customers by the number of different restaurants with an order line of theirs, then by their visits in all.',
  blocks: [
    ...(picked ? [] : travellersNote(results)),
    {
      type: 'table',
      caption: 'Customers by restaurants visited',
      columns: [
        { name: 'first_name', label: 'First name', kind: 'text', names: 'customer' },
        { name: 'restaurants_visited', label: 'Restaurants visited', kind: 'count' },
        {
          name: 'most_visited_restaurant',
          label: 'Most visited restaurant',
          kind: 'text',
          names: 'restaurant',
        },
      ],
      rows: picked?.travellers ?? results.tables.customer_stats,
    },
    ...(picked ? [] : [histogram(results)]),
  ],
});

function histogram({ tables, visitedCounts }: Results): BarChart {
  const counts = [...visitedCounts];
  const most = counts[counts.length - 1];
  return {
    type: 'chart',
    title: 'Customers by number of restaurants visited',
    finding: most
      ? `${formatCount(most.customers)} of ${formatCount(tables.customer_stats.length)} customers visited ${formatCount(most.restaurants_visited)}, the most that any did.`
      : '',
    direction: 'columns',
    bars: counts.map(({ restaurants_visited: visited, customers }) => ({
      label: formatCount(visited),
      value: customers,
      text: formatCount(customers),
    })),
  };
}
