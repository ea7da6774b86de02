// @ts-check
/** Makes the tables with Arquero, which reads the file as a stream into one columnar table. */
import { desc, escape, fromCSVStream, op } from 'arquero';
import { toCents, toMoney } from './records.js';

/** @typedef {import('arquero').ColumnTable} ColumnTable */

const trim = (/** @type {string} */ text) => text.trim();

/** @returns {Promise<import('./page.js').Make>} */
export function open() {
  return Promise.resolve(async (file) => {
    const text = /** @type {ReadableStream<string>} */ (
      file.stream().pipeThrough(/** @type {any} */ (new TextDecoderStream()))
    );
    const orders = await fromCSVStream(text, {
      parse: { restaurant_names: trim, food_names: trim, first_name: trim, food_cost: toCents },
    });
    const dishes = sums(orders, 'food_names');
    const visits = sums(orders, 'first_name');
    const tables = {
      restaurant_stats: visits
        .groupby('restaurant_names')
        .rollup({ customer_count: op.count(), cents: op.sum('cents') })
        .orderby('restaurant_names')
        .derive({ total_revenue: asMoney })
        .select('restaurant_names', 'customer_count', 'total_revenue'),
      popular_dishes: firstFive(dishes, 'lines')
        .rename({ lines: 'order_count', place: 'popularity_rank' })
        .select('restaurant_names', 'food_names', 'order_count', 'popularity_rank'),
      profitable_dishes: firstFive(dishes, 'cents')
        .derive({ total_revenue: asMoney })
        .rename({ place: 'profit_rank' })
        .select('restaurant_names', 'food_names', 'total_revenue', 'profit_rank'),
      customer_stats: customerStats(visits),
      frequent_visitors: visits
        .orderby(desc('lines'), 'first_name')
        .groupby('restaurant_names')
        .derive({ place: op.row_number() })
        .ungroup()
        .filter((/** @type {any} */ row) => row.place === 1)
        .orderby(desc('lines'), 'restaurant_names')
        .select('restaurant_names', {
          first_name: 'most_frequent_visitor',
          lines: 'visit_count',
        }),
    };
    return () =>
      Object.fromEntries(
        Object.entries(tables).map(([name, table]) => [name, `${table.toCSV().trimEnd()}\n`]),
      );
  });
}

const asMoney = escape((/** @type {{ cents: number }} */ row) => toMoney(row.cents));

/** @param {ColumnTable} orders @param {string} name @returns {ColumnTable} */
function sums(orders, name) {
  return orders
    .groupby('restaurant_names', name)
    .rollup({ lines: op.count(), cents: op.sum('food_cost') });
}

/** @param {ColumnTable} dishes @param {string} by @returns {ColumnTable} */
function firstFive(dishes, by) {
  return dishes
    .orderby('restaurant_names', desc(by), 'food_names')
    .groupby('restaurant_names')
    .derive({ place: op.row_number() })
    .ungroup()
    .filter((/** @type {any} */ row) => row.place <= 5)
    .orderby('restaurant_names', 'place')
    .reify();
}

/** @param {ColumnTable} visits @returns {ColumnTable} */
function customerStats(visits) {
  const totals = visits
    .groupby('first_name')
    .rollup({ restaurants_visited: op.count(), visits: op.sum('lines') });
  const most = visits
    .orderby(desc('lines'), 'restaurant_names')
    .groupby('first_name')
    .derive({ place: op.row_number() })
    .ungroup()
    .filter((/** @type {any} */ row) => row.place === 1)
    .select('first_name', { restaurant_names: 'most_visited_restaurant' });
  return totals
    .join(most, 'first_name')
    .orderby(desc('restaurants_visited'), desc('visits'), 'first_name')
    .select('first_name', 'restaurants_visited', 'most_visited_restaurant');
}
