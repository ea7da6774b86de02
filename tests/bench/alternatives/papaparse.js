// @ts-check
/** Makes the tables with PapaParse and Maps, as one can do without a database. */
import { toCsv } from '../csv.mjs';
import { eachRecord, toMoney } from './records.js';

/** @typedef {{ count: number, cents: number }} Sum */
/** Sums by restaurant, then by dish or by customer. @typedef {Map<string, Map<string, Sum>>} Sums */

/**
 * Compares code units, which is the order of code points because the benchmark's names have no
 * surrogates.
 */
const byName = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0);

/** @param {Sums} sums @param {string} restaurant @param {string} name @param {number} cents */
function add(sums, restaurant, name, cents) {
  let inner = sums.get(restaurant);
  if (inner === undefined) sums.set(restaurant, (inner = new Map()));
  const sum = inner.get(name);
  if (sum === undefined) inner.set(name, { count: 1, cents });
  else {
    sum.count += 1;
    sum.cents += cents;
  }
}

/** @returns {Promise<import('./page.js').Make>} */
export function open() {
  return Promise.resolve(async (file) => {
    /** @type {Sums} */
    const dishes = new Map();
    /** @type {Sums} */
    const visits = new Map();
    await eachRecord(file, (restaurant, dish, customer, cents) => {
      add(dishes, restaurant, dish, cents);
      add(visits, restaurant, customer, cents);
    });
    const tables = {
      restaurant_stats: restaurantStats(visits),
      popular_dishes: firstFive(dishes, 'count', 'order_count', 'popularity_rank'),
      profitable_dishes: firstFive(dishes, 'cents', 'total_revenue', 'profit_rank'),
      customer_stats: customerStats(visits),
      frequent_visitors: frequentVisitors(visits),
    };
    return () =>
      Object.fromEntries(
        Object.entries(tables).map(([name, { columns, rows }]) => [name, toCsv(columns, rows)]),
      );
  });
}

/** @param {Sums} visits */
function restaurantStats(visits) {
  const rows = [...visits]
    .map(([restaurant, customers]) => {
      let cents = 0;
      for (const sum of customers.values()) cents += sum.cents;
      return /** @type {const} */ ([restaurant, customers.size, toMoney(cents)]);
    })
    .sort(([a], [b]) => byName(a, b));
  return { columns: ['restaurant_names', 'customer_count', 'total_revenue'], rows };
}

/** @param {Sums} dishes @param {keyof Sum} by @param {string} value @param {string} rank */
function firstFive(dishes, by, value, rank) {
  const rows = [...dishes]
    .sort(([a], [b]) => byName(a, b))
    .flatMap(([restaurant, sums]) =>
      [...sums]
        .sort(([a, first], [b, second]) => second[by] - first[by] || byName(a, b))
        .slice(0, 5)
        .map(([dish, sum], index) => [
          restaurant,
          dish,
          by === 'cents' ? toMoney(sum.cents) : sum.count,
          index + 1,
        ]),
    );
  return { columns: ['restaurant_names', 'food_names', value, rank], rows };
}

/** @param {Sums} visits */
function customerStats(visits) {
  /** @type {Map<string, { restaurants: number, visits: number, most: string, mostVisits: number }>} */
  const customers = new Map();
  for (const [restaurant, sums] of visits) {
    for (const [customer, { count }] of sums) {
      const known = customers.get(customer);
      if (known === undefined) {
        customers.set(customer, {
          restaurants: 1,
          visits: count,
          most: restaurant,
          mostVisits: count,
        });
        continue;
      }
      known.restaurants += 1;
      known.visits += count;
      if (count > known.mostVisits || (count === known.mostVisits && restaurant < known.most)) {
        known.most = restaurant;
        known.mostVisits = count;
      }
    }
  }
  const rows = [...customers]
    .sort(
      ([a, first], [b, second]) =>
        second.restaurants - first.restaurants || second.visits - first.visits || byName(a, b),
    )
    .map(([customer, { restaurants, most }]) => [customer, restaurants, most]);
  return { columns: ['first_name', 'restaurants_visited', 'most_visited_restaurant'], rows };
}

/** @param {Sums} visits */
function frequentVisitors(visits) {
  const rows = [...visits]
    .map(([restaurant, sums]) => {
      let [most, visitor] = [0, ''];
      for (const [customer, { count }] of sums) {
        if (count > most || (count === most && customer < visitor)) {
          [most, visitor] = [count, customer];
        }
      }
      return /** @type {const} */ ([restaurant, visitor, most]);
    })
    .sort(([a, , first], [b, , second]) => second - first || byName(a, b));
  return { columns: ['restaurant_names', 'most_frequent_visitor', 'visit_count'], rows };
}
