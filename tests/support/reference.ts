/** The five tables by another road: plain TypeScript over plain records, none of the project's code. */

export interface OrderLine {
  readonly restaurant: string;
  readonly dish: string;
  readonly customer: string;
  /** Hundredths. */
  readonly price: bigint;
  readonly quantity?: number;
}

interface Sales {
  orders: number;
  revenue: bigint;
}

export type ReferenceTables = Record<
  | 'restaurant_stats'
  | 'popular_dishes'
  | 'profitable_dishes'
  | 'customer_stats'
  | 'frequent_visitors',
  string
>;

/** Each table as the exact bytes of its CSV. */
export function referenceTables(lines: readonly OrderLine[]): ReferenceTables {
  const dishes = new Map<string, Map<string, Sales>>();
  const visits = new Map<string, Map<string, number>>();
  const revenue = new Map<string, bigint>();
  for (const { restaurant, dish, customer, price, quantity = 1 } of lines) {
    const amount = price * BigInt(quantity);
    const sales = inner(dishes, restaurant);
    const sale = sales.get(dish) ?? { orders: 0, revenue: 0n };
    sales.set(dish, { orders: sale.orders + quantity, revenue: sale.revenue + amount });
    const visitors = inner(visits, restaurant);
    visitors.set(customer, (visitors.get(customer) ?? 0) + 1);
    revenue.set(restaurant, (revenue.get(restaurant) ?? 0n) + amount);
  }
  const restaurants = [...revenue.keys()].sort(byCodePoint);
  return {
    restaurant_stats: csv(
      ['restaurant_names', 'customer_count', 'total_revenue'],
      restaurants.map((name) => [name, visits.get(name)!.size, decimal(revenue.get(name)!)]),
    ),
    popular_dishes: csv(
      ['restaurant_names', 'food_names', 'order_count', 'popularity_rank'],
      restaurants.flatMap((name) =>
        [...dishes.get(name)!]
          .sort(([a, x], [b, y]) => y.orders - x.orders || byCodePoint(a, b))
          .slice(0, 5)
          .map(([dish, { orders }], index) => [name, dish, orders, index + 1]),
      ),
    ),
    profitable_dishes: csv(
      ['restaurant_names', 'food_names', 'total_revenue', 'profit_rank'],
      restaurants.flatMap((name) =>
        [...dishes.get(name)!]
          .sort(([a, x], [b, y]) => compare(y.revenue, x.revenue) || byCodePoint(a, b))
          .slice(0, 5)
          .map(([dish, sale], index) => [name, dish, decimal(sale.revenue), index + 1]),
      ),
    ),
    customer_stats: csv(
      ['first_name', 'restaurants_visited', 'most_visited_restaurant'],
      customerRows(visits),
    ),
    frequent_visitors: csv(
      ['restaurant_names', 'most_frequent_visitor', 'visit_count'],
      [...visits]
        .map(([name, visitors]): [string, string, number] => [name, ...top(visitors)])
        .sort((a, b) => b[2] - a[2] || byCodePoint(a[0], b[0])),
    ),
  };
}

function customerRows(visits: Map<string, Map<string, number>>): [string, number, string][] {
  const byCustomer = new Map<string, Map<string, number>>();
  for (const [restaurant, visitors] of visits) {
    for (const [customer, count] of visitors) inner(byCustomer, customer).set(restaurant, count);
  }
  return [...byCustomer]
    .map(([customer, restaurants]) => ({
      customer,
      visited: restaurants.size,
      total: [...restaurants.values()].reduce((sum, count) => sum + count, 0),
      most: top(restaurants)[0],
    }))
    .sort(
      (a, b) => b.visited - a.visited || b.total - a.total || byCodePoint(a.customer, b.customer),
    )
    .map(({ customer, visited, most }) => [customer, visited, most]);
}

function top(counts: Map<string, number>): [string, number] {
  return [...counts].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))[0]!;
}

function inner<V>(outer: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const found = outer.get(key) ?? new Map<string, V>();
  outer.set(key, found);
  return found;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** UTF-8 sorts by code point; JavaScript's own order is by UTF-16 unit. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function decimal(hundredths: bigint): string {
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function csv(header: string[], rows: (string | number)[][]): string {
  const cell = (value: string | number) =>
    /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}
