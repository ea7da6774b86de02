import type { Row, Rows, Spec } from '../lib/kinds';
import { ROLES, type Role } from '../domain/roles';
import type { MenuMargin } from './cost-tables';

export type { CostFault, MenuMargin } from './cost-tables';

/** The five result tables. They have the same names, columns and order in BigQuery. */
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

/** The totals in the first report, which are never exported. */
export const SCORECARDS = {
  restaurant: 'text?',
  customers: 'count?',
  visits: 'count',
  revenue: 'money?',
  /** The visits in files that have prices. */
  priced_visits: 'count',
  /** The sum over all restaurants, so a customer of two restaurants counts twice. */
  customers_of_each: 'count?',
  restaurants: 'count',
  restaurants_with_customers: 'count',
  restaurants_with_revenue: 'count',
} as const satisfies Spec;

export const VISITED_COUNTS = {
  restaurants_visited: 'count',
  customers: 'count',
} as const satisfies Spec;

/** Dishes whose price is sometimes a hundred times their usual price, or a hundredth of it. */
export const OUTLYING_PRICES = {
  dish: 'text',
  lines: 'count',
  least_price: 'money',
  greatest_price: 'money',
  usual_lines: 'count',
  least_usual_price: 'money',
  greatest_usual_price: 'money',
  /** The first line with such a price, as the number of the input table and the physical line. */
  source: 'count',
  line: 'count',
  /** The number of hints in all; only the first are included. */
  hints: 'count',
} as const satisfies Spec;

/** Restaurants with very few order lines beside others with many. */
export const SMALL_RESTAURANTS = {
  restaurant: 'text',
  lines: 'count',
  average_lines: 'count',
  hints: 'count',
} as const satisfies Spec;

/** Names that differ only in case, width or accents, in groups per role. */
export const ALIKE_NAMES = {
  role: 'text',
  place: 'count',
  name: 'text',
  lines: 'count',
  /** The size of the group; only the first ten names are included. */
  names: 'count',
  /** The differences between the names: `case`, `width`, `accents`, or several of them. */
  differing_in: 'text',
  hints: 'count',
} as const satisfies Spec;

/** Hints about what can be worth a look. They change no result. */
export interface Hints {
  readonly outlyingPrices: Rows<Row<typeof OUTLYING_PRICES>>;
  readonly smallRestaurants: Rows<Row<typeof SMALL_RESTAURANTS>>;
  readonly alikeNames: Rows<Row<typeof ALIKE_NAMES>>;
}

export const NO_HINTS: Hints = { outlyingPrices: [], smallRestaurants: [], alikeNames: [] };

/** The rules that are checked after each load. */
export type CheckName =
  | 'records_are_kept_or_rejected'
  | 'visits_reconcile'
  | 'revenue_reconciles'
  | 'dish_sales_keys_are_unique'
  | 'customer_visits_keys_are_unique'
  | 'table_keys_are_unique'
  | 'ranks_are_dense'
  | 'customers_visit_known_restaurants'
  | 'totals_are_not_negative';

/** The maximum number of offending rows that are read per check. */
export const MOST_OFFENCES = 100;

/** Names that share a first place or miss it by chance alone. They are never exported. */
export const CONTENDERS = {
  table_name: 'text',
  restaurant: 'text?',
  name: 'text',
  total: 'money',
  verdict: 'text',
  /** The number of contenders for the place; only the first twenty are included. */
  contenders: 'count',
} as const satisfies Spec;

export const PICKED_DISHES = {
  food_names: 'text',
  order_count: 'count',
} as const satisfies Spec;

export const PICKED_REVENUES = {
  food_names: 'text',
  total_revenue: 'money',
} as const satisfies Spec;

export const PICKED_VISITORS = {
  first_name: 'text',
  visit_count: 'count',
  total_revenue: 'money?',
} as const satisfies Spec;

/** A dish sold at a restaurant, for the remembered load. */
export const SOLD_DISHES = {
  restaurant_names: 'text',
  food_names: 'text',
  order_count: 'count',
  total_revenue: 'money?',
} as const satisfies Spec;

/** A dish with its ranks at one restaurant, or at all restaurants together (NULL). */
export const DISH_PLACES = {
  restaurant_names: 'text?',
  order_count: 'count',
  total_revenue: 'money?',
  popularity_rank: 'count',
  profit_rank: 'count?',
  dishes: 'count',
} as const satisfies Spec;

export const CUSTOMER_EVERYWHERE = {
  restaurants_visited: 'count',
  visit_count: 'count',
  total_revenue: 'money?',
  travel_rank: 'count',
  customers: 'count',
} as const satisfies Spec;

export const CUSTOMER_PLACES = {
  restaurant_names: 'text',
  visit_count: 'count',
  total_revenue: 'money?',
  visit_rank: 'count',
  /** The rank that all customers with the same number of visits share. */
  shared_rank: 'count',
  customers: 'count',
} as const satisfies Spec;

/** Runs of customers ordered by name alone: the index of the first, and the length of the run. */
export const CUSTOMER_TIES = {
  first_place: 'count',
  customers: 'count',
} as const satisfies Spec;

export type CustomerTies = Rows<Row<typeof CUSTOMER_TIES>>;
export type SoldDishes = Rows<Row<typeof SOLD_DISHES>>;

export interface Subject {
  readonly kind: 'dish' | 'customer';
  readonly name: string;
}

export interface DishDetails {
  readonly kind: 'dish';
  readonly name: string;
  readonly everywhere: Row<typeof DISH_PLACES>;
  readonly places: Rows<Row<typeof DISH_PLACES>>;
}

export interface CustomerDetails {
  readonly kind: 'customer';
  readonly name: string;
  readonly everywhere: Row<typeof CUSTOMER_EVERYWHERE>;
  readonly places: Rows<Row<typeof CUSTOMER_PLACES>>;
}

export type Details = DishDetails | CustomerDetails;

/** All data of one restaurant, each list in the order of its result table. */
export interface Picked {
  readonly restaurant: string;
  readonly dishes: Rows<Row<typeof PICKED_DISHES>>;
  readonly revenues: Rows<Row<typeof PICKED_REVENUES>>;
  /** The customers, with the number of restaurants that they visited anywhere. */
  readonly travellers: TableRows['customer_stats'];
  readonly visitors: Rows<Row<typeof PICKED_VISITORS>>;
}

/**
 * The menu of all restaurants together (NULL), then the menu of each restaurant. The most ordered
 * dishes come first.
 */
export const MENU = {
  restaurant: 'text?',
  dish: 'text',
  orders: 'count',
  revenue: 'money',
  average_price: 'money',
  /** `dishes` counts the dishes that can be placed, and `drawn` the included ones. */
  dishes: 'count',
  drawn: 'count',
  /** The dishes without a price, or with negative orders or revenue because of refunds. */
  left_out: 'count',
  /** The sums over all dishes that can be placed. */
  menu_orders: 'count',
  menu_revenue: 'money',
} as const satisfies Spec;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

export type TableRows = { readonly [T in TableName]: Rows<Row<(typeof TABLES)[T]>> };
export type Scorecard = Row<typeof SCORECARDS>;
export type Contender = Row<typeof CONTENDERS>;
export type MenuDish = Row<typeof MENU>;

/**
 * The roles that a table needs besides the restaurant, and the roles without which one of its
 * columns is NULL.
 */
export const TABLE_ROLES: Readonly<
  Record<TableName, { readonly needs: readonly Role[]; readonly mayLack: readonly Role[] }>
> = {
  restaurant_stats: { needs: [], mayLack: ['customer', 'price'] },
  popular_dishes: { needs: ['dish'], mayLack: [] },
  profitable_dishes: { needs: ['dish', 'price'], mayLack: [] },
  customer_stats: { needs: ['customer'], mayLack: [] },
  frequent_visitors: { needs: ['customer'], mayLack: [] },
};

export function missingFor(name: TableName, roles: readonly Role[]): readonly Role[] {
  return TABLE_ROLES[name].needs.filter((role) => !roles.includes(role));
}

export interface Results {
  /** Roles that at least one file has a column for. */
  readonly roles: readonly Role[];
  readonly tables: TableRows;
  readonly scorecards: Rows<Scorecard>;
  readonly visitedCounts: Rows<Row<typeof VISITED_COUNTS>>;
}

/** The results including the second pass. Before that pass, contenders and menu are empty. */
export interface ResultsWithLeads extends Results {
  readonly contenders: Rows<Contender>;
  readonly menu: Rows<MenuDish>;
  /** Null until dish costs are known. */
  readonly margins: Rows<MenuMargin> | null;
}

export const NO_RESULTS: ResultsWithLeads = {
  roles: ROLES,
  tables: {
    restaurant_stats: [],
    popular_dishes: [],
    profitable_dishes: [],
    customer_stats: [],
    frequent_visitors: [],
  },
  scorecards: [],
  visitedCounts: [],
  contenders: [],
  menu: [],
  margins: null,
};
