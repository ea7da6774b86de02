import type { Row, Rows, Spec } from '../lib/kinds';

/** The five result tables: names, columns and their order are those of the tables in BigQuery. */
export const TABLES = {
  restaurant_stats: {
    restaurant_names: 'text',
    customer_count: 'count?',
    total_revenue: 'money?',
  },
  popular_dishes: {
    restaurant_names: 'text',
    food_names: 'text',
    order_count: 'count',
    popularity_rank: 'count',
  },
  profitable_dishes: {
    restaurant_names: 'text',
    food_names: 'text',
    total_revenue: 'money',
    profit_rank: 'count',
  },
  customer_stats: {
    first_name: 'text',
    restaurants_visited: 'count',
    most_visited_restaurant: 'text',
  },
  frequent_visitors: {
    restaurant_names: 'text',
    most_frequent_visitor: 'text',
    visit_count: 'count',
  },
} as const satisfies Record<string, Spec>;

/** What the first report shows beside its table: never exported. */
export const SCORECARDS = {
  restaurant: 'text?',
  customers: 'count?',
  visits: 'count',
  revenue: 'money?',
} as const satisfies Spec;

/** How many customers visited one restaurant, how many two, and so on. */
export const VISITED_COUNTS = {
  restaurants_visited: 'count',
  customers: 'count',
} as const satisfies Spec;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

export type TableRows = { readonly [T in TableName]: Rows<Row<(typeof TABLES)[T]>> };
export type Scorecard = Row<typeof SCORECARDS>;

/** All that the reports are made from. */
export interface Results {
  readonly tables: TableRows;
  readonly scorecards: Rows<Scorecard>;
  readonly visitedCounts: Rows<Row<typeof VISITED_COUNTS>>;
}

export const NO_RESULTS: Results = {
  tables: {
    restaurant_stats: [],
    popular_dishes: [],
    profitable_dishes: [],
    customer_stats: [],
    frequent_visitors: [],
  },
  scorecards: [],
  visitedCounts: [],
};
