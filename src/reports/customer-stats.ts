import { formatCount } from '../i18n/format';
import type { Row } from '../lib/kinds';
import { messages } from '../i18n/locale';
import type { Results, VISITED_COUNTS } from '../sql/tables';
import { travellersNote } from './leads';
import type { BarChart, MakeReport } from './report';
import { nameInTitle } from './restaurants';

/** More bars would have no room for their numbers, so several values share a bar. */
const MOST_BINS = 8;

export const customerStats: MakeReport = (results, { picked }) => {
  const { customerStats: words, columns } = messages().reports;
  return {
    name: 'customer_stats',
    question: words.question(picked && nameInTitle(picked.restaurant)),
    definition: words.definition,
    blocks: [
      ...(picked ? [] : travellersNote(results)),
      {
        type: 'table',
        caption: words.caption,
        columns: [
          { name: 'first_name', label: columns.firstName, kind: 'text', names: 'customer' },
          { name: 'restaurants_visited', label: columns.restaurantsVisited, kind: 'count' },
          {
            name: 'most_visited_restaurant',
            label: columns.mostVisitedRestaurant,
            kind: 'text',
            names: 'restaurant',
          },
        ],
        rows: picked?.travellers ?? results.tables.customer_stats,
        ranking: 'restaurants_visited',
      },
      ...(picked ? [] : histogram(results)),
    ],
  };
};

/**
 * Counts customers by the number of restaurants they visited. Returns nothing if there is only one
 * restaurant.
 */
function histogram({ tables, visitedCounts }: Results): readonly BarChart[] {
  const counts = [...visitedCounts];
  const most = counts[counts.length - 1];
  if (!most || tables.restaurant_stats.length < 2) return [];
  const { columns, histogram: words } = messages().reports;
  const { title } = words;
  const bins = binsOf(counts, most.restaurants_visited);
  const tallest = bins.reduce((a, b) => (b.customers > a.customers ? b : a));
  const usual =
    tallest === bins[bins.length - 1]
      ? null
      : { visited: tallest.label, customers: tallest.customers };
  return [
    {
      type: 'chart',
      name: 'customers_by_restaurants_visited',
      title,
      finding: words.finding(
        most.customers,
        tables.customer_stats.length,
        most.restaurants_visited,
        usual,
      ),
      direction: 'columns',
      axis: columns.restaurantsVisited,
      bars: bins.map(({ label, customers }) => ({
        label,
        value: customers,
        text: formatCount(customers),
      })),
      table: {
        type: 'table',
        caption: title,
        columns: [
          { name: 'restaurants_visited', label: columns.restaurantsVisited, kind: 'text' },
          { name: 'customers', label: columns.customers, kind: 'count' },
        ],
        rows: bins.map(({ label, customers }) => ({ restaurants_visited: label, customers })),
      },
    },
  ];
}

interface Bin {
  readonly label: string;
  readonly customers: number;
}

/**
 * Returns bins of equal width, including empty bins, from 1 to the highest number of restaurants.
 */
function binsOf(counts: readonly Row<typeof VISITED_COUNTS>[], most: number): Bin[] {
  const width = Math.ceil(most / MOST_BINS);
  return Array.from({ length: Math.ceil(most / width) }, (_, index) => {
    const [first, last] = [index * width + 1, Math.min(most, (index + 1) * width)];
    const own = counts.filter(({ restaurants_visited: n }) => n >= first && n <= last);
    return {
      label: first === last ? formatCount(first) : `${formatCount(first)}–${formatCount(last)}`,
      customers: own.reduce((sum, { customers }) => sum + customers, 0),
    };
  });
}
