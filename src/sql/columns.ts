import type { ColumnKind, Spec } from '../lib/kinds';
import { TABLES, type TableName } from './tables';

type ColumnOf<T extends TableName> = keyof (typeof TABLES)[T] & string;

/** Descriptions of the result tables for a data warehouse, in English. */
type About = {
  readonly [T in TableName]: {
    readonly about: string;
    readonly key: readonly ColumnOf<T>[];
    readonly columns: Readonly<Record<ColumnOf<T>, string>>;
  };
};

const ABOUT: About = {
  restaurant_stats: {
    about: 'One row per restaurant: how many customers came, and what it earned.',
    key: ['restaurant_names'],
    columns: {
      restaurant_names: 'The restaurant.',
      customer_count:
        'Distinct customers who visited the restaurant. Not to be added up over restaurants: who visits two of them counts at both. NULL where the orders name no customer.',
      total_revenue:
        'The sum of its orders, refunds taken off. NULL where the orders have no price.',
    },
  },
  popular_dishes: {
    about: 'The five most ordered dishes of each restaurant, one row per restaurant and rank.',
    key: ['restaurant_names', 'popularity_rank'],
    columns: {
      restaurant_names: 'The restaurant.',
      food_names: 'The dish.',
      order_count:
        'How often the dish was ordered there: its order lines, or the sum of their quantities where the orders have quantities.',
      popularity_rank:
        '1 is the most ordered dish of the restaurant. Ranks are unique: of equals, the first by name ranks first.',
    },
  },
  profitable_dishes: {
    about:
      'The five dishes of each restaurant that brought in the most, one row per restaurant and rank.',
    key: ['restaurant_names', 'profit_rank'],
    columns: {
      restaurant_names: 'The restaurant.',
      food_names: 'The dish.',
      total_revenue:
        'What guests paid for the dish there, refunds taken off. The orders do not say what a dish costs to make, so that profit means revenue.',
      profit_rank:
        '1 is the dish of the restaurant with the highest revenue. Ranks are unique: of equals, the first by name ranks first.',
    },
  },
  customer_stats: {
    about: 'One row per customer: at how many restaurants, and where most often.',
    key: ['first_name'],
    columns: {
      first_name: 'The customer: one name is one customer.',
      restaurants_visited: 'How many different restaurants the customer visited.',
      most_visited_restaurant:
        'The restaurant with the most visits of the customer; of equals, the first by name.',
    },
  },
  frequent_visitors: {
    about: 'One row per restaurant: the customer with the most visits there.',
    key: ['restaurant_names'],
    columns: {
      restaurant_names: 'The restaurant.',
      most_frequent_visitor:
        'The customer with the most visits there; of equals, the first by name.',
      visit_count: 'Visits of that customer there. A visit is an order line.',
    },
  },
};

export interface DescribedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly description: string;
}

export interface DescribedTable {
  readonly name: TableName;
  readonly about: string;
  readonly key: readonly string[];
  readonly columns: readonly DescribedColumn[];
}

export function describedTable(name: TableName): DescribedTable {
  const { about, key } = ABOUT[name];
  const columns: Readonly<Record<string, string>> = ABOUT[name].columns;
  const spec: Spec = TABLES[name];
  return {
    name,
    about,
    key,
    columns: Object.entries(spec).map(([column, kind]) => ({
      name: column,
      kind,
      description: columns[column]!,
    })),
  };
}
