/** Makes the content of the panel about one dish or one customer. */
import { formatMoney } from '../i18n/format';
import { messages } from '../i18n/locale';
import type { CustomerDetails, Details, DishDetails } from '../sql/tables';
import type { Table, Text } from './report';

export interface Panel {
  readonly title: Text;
  readonly facts: readonly string[];
  readonly table: Table;
}

export function panelOf(details: Details): Panel {
  return details.kind === 'dish' ? dishPanel(details) : customerPanel(details);
}

function dishPanel({ name, everywhere, places }: DishDetails): Panel {
  const { order_count: orders, total_revenue: revenue, dishes } = everywhere;
  const { columns, details: words } = messages().reports;
  return {
    title: [{ name }],
    facts: [
      words.ordered(orders, places.length, everywhere.popularity_rank, dishes),
      ...(revenue === null || everywhere.profit_rank === null
        ? []
        : [words.earned(formatMoney(revenue), everywhere.profit_rank, dishes)]),
    ],
    table: {
      type: 'table',
      caption: words.dishCaption,
      columns: [
        { name: 'restaurant_names', label: columns.restaurant, kind: 'text', names: 'restaurant' },
        { name: 'order_count', label: columns.orders, kind: 'count', bar: true },
        { name: 'popularity_rank', label: columns.rankByOrders, kind: 'count' },
        { name: 'total_revenue', label: columns.revenue, kind: 'money?' },
        { name: 'profit_rank', label: columns.rankByRevenue, kind: 'count?' },
      ],
      rows: places,
    },
  };
}

function customerPanel({ name, everywhere, places }: CustomerDetails): Panel {
  const { visit_count: visits, total_revenue: revenue, restaurants_visited: visited } = everywhere;
  const { columns, details: words } = messages().reports;
  return {
    title: [{ name }],
    facts: [
      words.visited(visited, everywhere.travel_rank, everywhere.customers),
      words.visits(visits, revenue === null ? null : formatMoney(revenue)),
    ],
    table: {
      type: 'table',
      caption: words.customerCaption,
      columns: [
        { name: 'restaurant_names', label: columns.restaurant, kind: 'text', names: 'restaurant' },
        { name: 'visit_count', label: columns.visits, kind: 'count', bar: true },
        { name: 'visit_rank', label: columns.rankByVisits, kind: 'count' },
        { name: 'total_revenue', label: columns.revenue, kind: 'money?' },
      ],
      rows: places,
    },
  };
}
