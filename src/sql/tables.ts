import type { Row, Rows, Spec } from '../lib/kinds';
import { ROLES, type Role } from '../domain/roles';
import type { MenuMargin } from './cost-tables';

export type { CostFault, MenuMargin } from './cost-tables';

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
  /** Those of the files that have prices. */
  priced_visits: 'count',
  /** What the restaurants have each, added up: one who visits two of them counts twice. */
  customers_of_each: 'count?',
  /** How many the row is of. */
  restaurants: 'count',
  restaurants_with_customers: 'count',
  restaurants_with_revenue: 'count',
} as const satisfies Spec;

/** How many customers visited one restaurant, how many two, and so on. */
export const VISITED_COUNTS = {
  restaurants_visited: 'count',
  customers: 'count',
} as const satisfies Spec;

/** Dishes that cost a hundred times their usual price, or a hundredth of it, at some lines. */
export const OUTLYING_PRICES = {
  dish: 'text',
  lines: 'count',
  least_price: 'money',
  greatest_price: 'money',
  usual_lines: 'count',
  least_usual_price: 'money',
  greatest_usual_price: 'money',
  /** Where the first of the lines is: the number of the table of orders, and the physical line. */
  source: 'count',
  line: 'count',
  /** How many there are in all; the first are here. */
  hints: 'count',
} as const satisfies Spec;

/** Restaurants with next to no order lines beside others with many. */
export const SMALL_RESTAURANTS = {
  restaurant: 'text',
  lines: 'count',
  average_lines: 'count',
  hints: 'count',
} as const satisfies Spec;

/** Names that are the same but for case, width or accents: those of one role and place are one group. */
export const ALIKE_NAMES = {
  role: 'text',
  place: 'count',
  name: 'text',
  lines: 'count',
  /** All of the group, of which the first ten are here. */
  names: 'count',
  /** `case`, `width`, `accents` or several of them. */
  differing_in: 'text',
  /** Groups of the role. */
  hints: 'count',
} as const satisfies Spec;

/** What a person may want to look at. Nothing was changed for it. */
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

/** Of each check so many offences are read: enough to find the fault by. */
export const MOST_OFFENCES = 100;

/** Who shares a first place, or is kept from it by chance alone: what the page says of a lead. Never exported. */
export const CONTENDERS = {
  table_name: 'text',
  restaurant: 'text?',
  name: 'text',
  total: 'money',
  verdict: 'text',
  /** All of that place, of which the first twenty are named. */
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

/** A dish of a restaurant: of what is remembered of a load. */
export const SOLD_DISHES = {
  restaurant_names: 'text',
  food_names: 'text',
  order_count: 'count',
  total_revenue: 'money?',
} as const satisfies Spec;

/** A dish in one restaurant, or in all together (restaurant NULL): its ranks among the dishes there. */
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
  /** The same for all of as many visits. */
  shared_rank: 'count',
  customers: 'count',
} as const satisfies Spec;

/** Customers in a row whom nothing but their names puts in order: where the first stands, from 0, and how many. */
export const CUSTOMER_TIES = {
  first_place: 'count',
  customers: 'count',
} as const satisfies Spec;

export type CustomerTies = Rows<Row<typeof CUSTOMER_TIES>>;
export type SoldDishes = Rows<Row<typeof SOLD_DISHES>>;

/** What a person asks about. */
export interface Subject {
  readonly kind: 'dish' | 'customer';
  readonly name: string;
}

/** What there is of a dish. */
export interface DishDetails {
  readonly kind: 'dish';
  readonly name: string;
  readonly everywhere: Row<typeof DISH_PLACES>;
  readonly places: Rows<Row<typeof DISH_PLACES>>;
}

/** What there is of a customer. */
export interface CustomerDetails {
  readonly kind: 'customer';
  readonly name: string;
  readonly everywhere: Row<typeof CUSTOMER_EVERYWHERE>;
  readonly places: Rows<Row<typeof CUSTOMER_PLACES>>;
}

export type Details = DishDetails | CustomerDetails;

/** All of one restaurant, each in the order of the table that has the first of it. */
export interface Picked {
  readonly restaurant: string;
  readonly dishes: Rows<Row<typeof PICKED_DISHES>>;
  readonly revenues: Rows<Row<typeof PICKED_REVENUES>>;
  /** With their number of restaurants everywhere. */
  readonly travellers: TableRows['customer_stats'];
  readonly visitors: Rows<Row<typeof PICKED_VISITORS>>;
}

/** Where the dishes of a restaurant's menu stand, the most ordered first; those of all restaurants (NULL) before. Never exported. */
export const MENU = {
  restaurant: 'text?',
  dish: 'text',
  orders: 'count',
  revenue: 'money',
  average_price: 'money',
  /** Those of the menu that have a place, and how many of these are here. */
  dishes: 'count',
  drawn: 'count',
  /** Those without: they have no price, or refunds leave less than nothing of their orders or revenue. */
  left_out: 'count',
  /** Of all dishes that have a place. */
  menu_orders: 'count',
  menu_revenue: 'money',
} as const satisfies Spec;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

export type TableRows = { readonly [T in TableName]: Rows<Row<(typeof TABLES)[T]>> };
export type Scorecard = Row<typeof SCORECARDS>;
export type Contender = Row<typeof CONTENDERS>;
export type MenuDish = Row<typeof MENU>;

/** What each table is made from, besides restaurants: what it cannot do without, and what it leaves NULL without. */
export const TABLE_ROLES: Readonly<
  Record<TableName, { readonly needs: readonly Role[]; readonly mayLack: readonly Role[] }>
> = {
  restaurant_stats: { needs: [], mayLack: ['customer', 'price'] },
  popular_dishes: { needs: ['dish'], mayLack: [] },
  profitable_dishes: { needs: ['dish', 'price'], mayLack: [] },
  customer_stats: { needs: ['customer'], mayLack: [] },
  frequent_visitors: { needs: ['customer'], mayLack: [] },
};

/** The roles that a table cannot be made without and that are not there. */
export function missingFor(name: TableName, roles: readonly Role[]): readonly Role[] {
  return TABLE_ROLES[name].needs.filter((role) => !roles.includes(role));
}

/** What the reports are made from. */
export interface Results {
  /** Those that one of the files has a column for. */
  readonly roles: readonly Role[];
  readonly tables: TableRows;
  readonly scorecards: Rows<Scorecard>;
  readonly visitedCounts: Rows<Row<typeof VISITED_COUNTS>>;
}

/** With what is known once they were looked at a second time: until then there are no contenders and no menu. */
export interface ResultsWithLeads extends Results {
  readonly contenders: Rows<Contender>;
  readonly menu: Rows<MenuDish>;
  /** Null as long as nothing is known of what dishes cost to make. */
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
