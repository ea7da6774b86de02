/** The tables and columns that the SQL console offers, and its example queries. */
import type { Spec } from '../lib/kinds';
import type { Model } from './model';
import { DIGITS, type KeyBlocks } from '../lib/pseudonym-form';
import { TABLES } from './tables';

/** The rollups over all input tables, and the five result tables. */
export const CONSOLE_TABLES = {
  dish_sales: { restaurant: 'text', dish: 'text?', orders: 'count', revenue: 'money?' },
  customer_visits: { restaurant: 'text', customer: 'text?', visits: 'count', revenue: 'money?' },
  ...TABLES,
} as const satisfies Record<string, Spec>;

export type ConsoleTable = keyof typeof CONSOLE_TABLES;
export const CONSOLE_TABLE_NAMES = Object.keys(CONSOLE_TABLES) as ConsoleTable[];

const GUEST_COLUMNS: Partial<Record<ConsoleTable, string>> = {
  customer_visits: 'customer',
  customer_stats: 'first_name',
  frequent_visitors: 'most_frequent_visitor',
};

/**
 * Selects at most `most` rows of a table from an offset on, in the order that the console shows.
 * With a key, the pseudonyms of `state/guests/pseudonyms.ts` replace the names of customers. The
 * rows are then sorted by the visible values, because the order of the names would reveal something
 * about them.
 */
export function consoleRows(
  table: ConsoleTable,
  from: number,
  most: number,
  key: KeyBlocks | null = null,
): Model {
  const part = `limit ${String(most)} offset ${String(from)}`;
  const column = GUEST_COLUMNS[table];
  if (!key || !column) return { name: table, sql: `from ${table} ${part}` };
  const pseudonym = pseudonymOf(column, key);
  return {
    name: table,
    sql: `from (select * replace (${pseudonym} as ${column}) from ${table}) order by all ${part}`,
  };
}

/** 60 bits of the HMAC as twelve digits; NULL stays NULL. */
function pseudonymOf(column: string, { inner, outer }: KeyBlocks): string {
  const blocks = [inner, outer].map((block) => {
    if (!/^[0-9a-f]{128}$/.test(block)) throw new Error('a block of a key is 64 bytes');
    return `unhex('${block}')`;
  });
  const hmac = `sha256(${blocks[1]!} || unhex(sha256(${blocks[0]!} || encode(${column}))))`;
  const bits = `('0x' || ${hmac}[1:15])::ubigint`;
  const digits = Array.from({ length: 12 }, (_, index) => {
    const shift = 5 * (11 - index);
    return `'${DIGITS}'[((${bits} >> ${String(shift)}) & 31)::integer + 1]`;
  });
  return `'Guest ' || ${digits.join(' || ')}`;
}

/** Examples must also work for files without customers or prices. */
export const EXAMPLES = {
  everywhere: `-- Dishes by the number of restaurants that sell them
select
    dish,
    count(*) as restaurants,
    sum(orders) as orders,
    sum(revenue) as revenue
from dish_sales
where dish is not null
group by dish
order by restaurants desc, orders desc, dish
limit 100`,
  spenders: `-- Customers by what they spent in all
select
    customer,
    count(*) as restaurants,
    sum(visits) as visits,
    sum(revenue) as revenue
from customer_visits
where customer is not null
group by customer
order by revenue desc nulls last, customer
limit 100`,
  shares: `-- The share of each restaurant in all orders
select
    restaurant,
    sum(orders) as orders,
    round(100 * sum(orders) / nullif(sum(sum(orders)) over (), 0), 2) as percent
from dish_sales
group by restaurant
order by orders desc, restaurant`,
  once: `-- Customers who came to a restaurant once and not again
select
    restaurant,
    count(customer) as customers,
    count(customer) filter (where visits = 1) as came_once
from customer_visits
group by restaurant
order by restaurant`,
  unprofitable: `-- Popular dishes that are not among the most profitable
select restaurant_names, food_names, order_count, popularity_rank
from popular_dishes
anti join profitable_dishes using (restaurant_names, food_names)
order by restaurant_names, popularity_rank`,
} as const;

export type ExampleName = keyof typeof EXAMPLES;
