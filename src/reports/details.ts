/** What there is of one dish or one customer: a panel of its own beside the reports. */
import { formatCount, formatMoney, formatNumberOf } from '../lib/format';
import type { CustomerDetails, Details, DishDetails } from '../sql/tables';
import type { Table, Text } from './report';

export interface Panel {
  readonly title: Text;
  /** What it comes to in all restaurants, a fact each. */
  readonly facts: readonly string[];
  /** A row for each restaurant. */
  readonly table: Table;
}

export function panelOf(details: Details): Panel {
  return details.kind === 'dish' ? dishPanel(details) : customerPanel(details);
}

function dishPanel({ name, everywhere, places }: DishDetails): Panel {
  const { order_count: orders, total_revenue: revenue, dishes } = everywhere;
  return {
    title: [{ name }],
    facts: [
      `Ordered ${times(orders)} at ${formatNumberOf(places.length, 'restaurant')}: ${rankOf(everywhere.popularity_rank, dishes, 'dish', 'dishes')} by orders.`,
      ...(revenue === null || everywhere.profit_rank === null
        ? []
        : [
            `Revenue ${formatMoney(revenue)}: ${rankOf(everywhere.profit_rank, dishes, 'dish', 'dishes')} by revenue.`,
          ]),
    ],
    table: {
      type: 'table',
      caption: 'The dish at each restaurant',
      columns: [
        { name: 'restaurant_names', label: 'Restaurant', kind: 'text', names: 'restaurant' },
        { name: 'order_count', label: 'Orders', kind: 'count', bar: true },
        { name: 'popularity_rank', label: 'Rank by orders', kind: 'count' },
        { name: 'total_revenue', label: 'Revenue', kind: 'money?' },
        { name: 'profit_rank', label: 'Rank by revenue', kind: 'count?' },
      ],
      rows: places,
    },
  };
}

function customerPanel({ name, everywhere, places }: CustomerDetails): Panel {
  const { visit_count: visits, total_revenue: revenue, restaurants_visited: visited } = everywhere;
  return {
    title: [{ name }],
    facts: [
      `Visited ${formatNumberOf(visited, 'restaurant')}: ${rankOf(everywhere.travel_rank, everywhere.customers, 'customer', 'customers')} by restaurants visited.`,
      `${formatNumberOf(visits, 'visit')} in all${revenue === null ? '' : `, which come to ${formatMoney(revenue)}`}.`,
    ],
    table: {
      type: 'table',
      caption: 'The customer at each restaurant',
      columns: [
        { name: 'restaurant_names', label: 'Restaurant', kind: 'text', names: 'restaurant' },
        { name: 'visit_count', label: 'Visits', kind: 'count', bar: true },
        { name: 'visit_rank', label: 'Rank by visits', kind: 'count' },
        { name: 'total_revenue', label: 'Revenue', kind: 'money?' },
      ],
      rows: places,
    },
  };
}

function times(count: number): string {
  return count === 1 ? 'once' : `${formatCount(count)} times`;
}

function rankOf(rank: number, all: number, one: string, many: string): string {
  return all === 1 ? `the only ${one}` : `no. ${formatCount(rank)} of ${formatCount(all)} ${many}`;
}
