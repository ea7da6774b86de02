/** Computes the result tables in plain TypeScript, without the project's code. */

/** An order line. A value is null if the file lacks its column. */
export interface AnyOrderLine {
  readonly restaurant: string;
  readonly dish: string | null;
  readonly customer: string | null;
  /** The price in hundredths. */
  readonly price: bigint | null;
  readonly quantity?: number;
  /** If true, the quantity does not multiply the price. */
  readonly isLineTotal?: boolean;
}

export interface OrderLine extends AnyOrderLine {
  readonly dish: string;
  readonly customer: string;
  readonly price: bigint;
}

interface Sales {
  orders: number;
  revenue: bigint | null;
}

export type ReferenceTables = Record<
  | 'restaurant_stats'
  | 'popular_dishes'
  | 'profitable_dishes'
  | 'customer_stats'
  | 'frequent_visitors',
  string
>;

export function referenceTables(lines: readonly AnyOrderLine[]): ReferenceTables {
  const dishes = new Map<string, Map<string, Sales>>();
  const visits = new Map<string, Map<string, number>>();
  const revenue = new Map<string, bigint | null>();
  for (const { restaurant, dish, customer, price, quantity = 1, isLineTotal = false } of lines) {
    const amount = price === null || isLineTotal ? price : price * BigInt(quantity);
    revenue.set(restaurant, plus(revenue.get(restaurant) ?? null, amount));
    const sales = inner(dishes, restaurant);
    if (dish !== null) {
      const sale = sales.get(dish) ?? { orders: 0, revenue: null };
      sales.set(dish, {
        orders: sale.orders + quantity,
        revenue: plus(sale.revenue, amount),
      });
    }
    const visitors = inner(visits, restaurant);
    if (customer !== null) visitors.set(customer, (visitors.get(customer) ?? 0) + 1);
  }
  const restaurants = [...revenue.keys()].sort(byCodePoint);
  return {
    restaurant_stats: csv(
      ['restaurant_names', 'customer_count', 'total_revenue'],
      restaurants.map((name) => [
        name,
        visits.get(name)!.size || null,
        decimal(revenue.get(name)!),
      ]),
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
          .flatMap(([dish, sale]): [string, bigint][] =>
            sale.revenue === null ? [] : [[dish, sale.revenue]],
          )
          .sort(([a, x], [b, y]) => compare(y, x) || byCodePoint(a, b))
          .slice(0, 5)
          .map(([dish, amount], index) => [name, dish, decimal(amount), index + 1]),
      ),
    ),
    customer_stats: csv(
      ['first_name', 'restaurants_visited', 'most_visited_restaurant'],
      customerRows(visits),
    ),
    frequent_visitors: csv(
      ['restaurant_names', 'most_frequent_visitor', 'visit_count'],
      [...visits]
        .filter(([, visitors]) => visitors.size > 0)
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

/** Adds two amounts. An unknown amount is null and adds nothing. */
function plus(a: bigint | null, b: bigint | null): bigint | null {
  return a === null ? b : b === null ? a : a + b;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares UTF-8 bytes, which sort by code point. JavaScript sorts by UTF-16 unit. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function decimal(hundredths: bigint | null): string | null {
  if (hundredths === null) return null;
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Writes CSV as in RFC 4180, with LF and with quotes only where needed. Null values are empty. */
export function csv(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const cell = (value: string | number | null) => {
    const text = String(value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}
