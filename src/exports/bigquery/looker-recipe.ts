/**
 * Recipes for the charts of the original dashboard. The user makes the charts by hand, because
 * Looker Studio has no API for it.
 */
import type { Messages } from '../../i18n/messages';
import type { Role } from '../../domain/roles';
import type { Name } from '../../i18n/text';
import { missingFor, TABLE_NAMES, type TableName, type TABLES } from '../../sql/tables';

type Column<T extends TableName> = keyof (typeof TABLES)[T] & string;
/** The numeric columns, which can be metrics. */
type NumberColumn<T extends TableName> = {
  [C in Column<T>]: (typeof TABLES)[T][C] extends `text${string}` ? never : C;
}[Column<T>];

export type ChartId =
  | 'customerCount'
  | 'totalRevenue'
  | 'popularDishes'
  | 'profitableDishes'
  | 'topCustomers'
  | 'frequentVisitors';

export type ChartKind = 'Scorecard' | 'Table with bars';
export type Aggregation = 'Sum' | 'Max';
export type Order = 'Ascending' | 'Descending';

interface ChartOf<T extends TableName> {
  readonly id: ChartId;
  /** The title of the chart on the original dashboard. */
  readonly name: string;
  readonly kind: ChartKind;
  readonly source: T;
  readonly dimensions: readonly Column<T>[];
  readonly metric: { readonly column: NumberColumn<T>; readonly aggregation: Aggregation };
  /** The column to filter by restaurant; null for no filter. */
  readonly filter: Column<T> | null;
  /** The second column breaks ties of the first. */
  readonly sort: readonly { readonly column: Column<T>; readonly order: Order }[];
  /** The number of rows per page; null if the chart shows a single number. */
  readonly rows: number | null;
  /** The roles that the chart needs besides the roles that its table needs. */
  readonly needs: readonly Role[];
}

export type Chart = { [T in TableName]: ChartOf<T> }[TableName];

export const CHARTS: readonly Chart[] = [
  {
    id: 'customerCount',
    name: 'End of Universe Restaurant - Customer Count',
    kind: 'Scorecard',
    source: 'restaurant_stats',
    dimensions: [],
    metric: { column: 'customer_count', aggregation: 'Max' },
    filter: 'restaurant_names',
    sort: [],
    rows: null,
    needs: ['customer'],
  },
  {
    id: 'totalRevenue',
    name: 'End of Universe Restaurant - Total Revenue',
    kind: 'Scorecard',
    source: 'restaurant_stats',
    dimensions: [],
    metric: { column: 'total_revenue', aggregation: 'Sum' },
    filter: 'restaurant_names',
    sort: [],
    rows: null,
    needs: ['price'],
  },
  {
    id: 'popularDishes',
    name: 'Most Popular Dishes by Restaurant',
    kind: 'Table with bars',
    source: 'popular_dishes',
    dimensions: ['restaurant_names', 'popularity_rank', 'food_names'],
    metric: { column: 'order_count', aggregation: 'Sum' },
    filter: null,
    sort: [
      { column: 'restaurant_names', order: 'Ascending' },
      { column: 'popularity_rank', order: 'Ascending' },
    ],
    rows: 100,
    needs: [],
  },
  {
    id: 'profitableDishes',
    name: 'Most Profitable Dishes by Restaurant',
    kind: 'Table with bars',
    source: 'profitable_dishes',
    dimensions: ['restaurant_names', 'profit_rank', 'food_names'],
    metric: { column: 'total_revenue', aggregation: 'Sum' },
    filter: null,
    sort: [
      { column: 'restaurant_names', order: 'Ascending' },
      { column: 'profit_rank', order: 'Ascending' },
    ],
    rows: 100,
    needs: [],
  },
  {
    id: 'topCustomers',
    name: 'Top Customers by Restaurants Visited',
    kind: 'Table with bars',
    source: 'customer_stats',
    dimensions: ['first_name', 'most_visited_restaurant'],
    metric: { column: 'restaurants_visited', aggregation: 'Max' },
    filter: null,
    sort: [
      { column: 'restaurants_visited', order: 'Descending' },
      { column: 'first_name', order: 'Ascending' },
    ],
    rows: 10,
    needs: [],
  },
  {
    id: 'frequentVisitors',
    name: 'Most Frequent Visitors by Restaurant',
    kind: 'Table with bars',
    source: 'frequent_visitors',
    dimensions: ['restaurant_names', 'most_frequent_visitor'],
    metric: { column: 'visit_count', aggregation: 'Sum' },
    filter: null,
    sort: [
      { column: 'visit_count', order: 'Descending' },
      { column: 'restaurant_names', order: 'Ascending' },
    ],
    rows: 100,
    needs: [],
  },
];

export interface Identifier {
  readonly identifier: string;
}

export interface Setting {
  readonly term: string;
  /** The parts of the value. A `Name` comes from the file, such as the name of the restaurant. */
  readonly value: readonly (string | Identifier | Name)[];
}

export interface Recipe {
  readonly id: ChartId;
  readonly name: string;
  /** The roles that the files lack. If there are any, the chart cannot be made. */
  readonly missing: readonly Role[];
  readonly settings: readonly Setting[];
  readonly note: string;
}

/** Returns the result tables that can be made from files with these roles. */
export function tablesOf(roles: readonly Role[]): TableName[] {
  return TABLE_NAMES.filter((name) => missingFor(name, roles).length === 0);
}

/**
 * Describes each chart in the page's language. `restaurant` is its name in the tables. If it is
 * null, the text asks the user for the name.
 */
export function recipes(
  roles: readonly Role[],
  restaurant: string | null,
  words: Messages['looker'],
): Recipe[] {
  return CHARTS.map((chart) => ({
    id: chart.id,
    name: chart.name,
    missing: [...missingFor(chart.source, roles), ...chart.needs].filter(
      (role, index, all) => !roles.includes(role) && all.indexOf(role) === index,
    ),
    settings: settingsOf(chart, restaurant, words),
    note: words.notes[chart.id],
  }));
}

function settingsOf(
  { kind, source, dimensions, metric, filter, sort, rows }: Chart,
  restaurant: string | null,
  { term, someRestaurant }: Messages['looker'],
): Setting[] {
  const [first, second] = sort.map(({ column, order }): Setting['value'] => [
    { identifier: column },
    ` · ${term(order)}`,
  ]);
  const given = (name: string, value: Setting['value'] | undefined): Setting[] =>
    value ? [{ term: term(name), value }] : [];
  return [
    ...given('Chart', [term(kind)]),
    ...given('Data source', [{ identifier: source }]),
    ...given('Dimension', dimensions.length > 0 ? listed(dimensions) : undefined),
    ...given('Metric', [{ identifier: metric.column }, ` · ${term(metric.aggregation)}`]),
    ...given(
      'Filter',
      filter === null
        ? undefined
        : [
            `${term('Include')} · `,
            { identifier: filter },
            ` · ${term('Equal to (=)')} `,
            restaurant === null ? someRestaurant : { name: restaurant },
          ],
    ),
    ...given('Sort', first),
    ...given('Secondary sort', second),
    ...given('Rows per page', rows === null ? undefined : [String(rows)]),
  ];
}

function listed(columns: readonly string[]): Setting['value'] {
  return columns.flatMap((identifier, index) =>
    index === 0 ? [{ identifier }] : [', ', { identifier }],
  );
}
