// @ts-check
/**
 * Makes the tables with sql.js. It reads no CSV, so PapaParse feeds a prepared insert in one
 * transaction.
 */
// @ts-expect-error -- the package has no types
import initSqlJs from 'sql.js';
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { toCsv } from '../csv.mjs';
import { marts, rollups } from '../sql.mjs';
import { eachRecord } from './records.js';

/** Returns SQL that formats a sum of cents. @param {string} sum */
const money = (sum) => `printf('%d.%02d', ${sum} / 100, ${sum} % 100)`;

/** @returns {Promise<import('./page.js').Make>} */
export async function open() {
  const SQL = await initSqlJs({ locateFile: () => wasmUrl });
  return async (file) => {
    const database = new SQL.Database();
    try {
      database.run(
        'create table orders (restaurant text, dish text, customer text, amount integer)',
      );
      database.run('begin');
      const insert = database.prepare('insert into orders values (?, ?, ?, ?)');
      await eachRecord(file, (restaurant, dish, customer, cents) => {
        insert.run([restaurant, dish, customer, cents]);
      });
      insert.free();
      database.run('commit');
      for (const rollup of rollups('orders')) database.run(rollup);
      const tables = Object.entries(marts(money)).map(([name, sql]) => {
        const [{ columns, values } = { columns: [], values: [] }] = database.exec(sql);
        return /** @type {const} */ ([name, columns, values]);
      });
      return () =>
        Object.fromEntries(tables.map(([name, columns, values]) => [name, toCsv(columns, values)]));
    } finally {
      database.close();
    }
  };
}
