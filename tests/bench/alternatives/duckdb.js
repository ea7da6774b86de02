// @ts-check
/**
 * Makes the tables with DuckDB-WASM as its documentation shows: it registers the file as a handle,
 * reads it with `read_csv_auto`, and runs SQL.
 */
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { toCsv } from '../csv.mjs';
import { marts, rollups } from '../sql.mjs';

/** `read_csv_auto` reads prices as DOUBLE, and the cast to DECIMAL makes them exact again. */
const CLEAN = `(
  select
    trim(restaurant_names) as restaurant,
    trim(food_names) as dish,
    trim(first_name) as customer,
    food_cost::decimal(12, 2) as amount
  from orders
)`;
const MARTS = Object.entries(marts((sum) => `${sum}::decimal(38, 2)::varchar`));

/** @returns {Promise<import('./page.js').Make>} */
export async function open() {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await database.instantiate(wasmUrl);
  const connection = await database.connect();
  return async (file) => {
    for (const table of ['orders', 'dish_sales', 'customer_visits']) {
      await connection.query(`drop table if exists ${table}`);
    }
    await database.registerFileHandle(
      'orders.csv',
      file,
      DuckDBDataProtocol.BROWSER_FILEREADER,
      true,
    );
    await connection.query("create table orders as select * from read_csv_auto('orders.csv')");
    for (const rollup of rollups(CLEAN)) await connection.query(rollup);
    /** @type {{ name: string, table: import('apache-arrow').Table }[]} */
    const tables = [];
    for (const [name, sql] of MARTS) tables.push({ name, table: await connection.query(sql) });
    await database.dropFile('orders.csv');
    return () =>
      Object.fromEntries(
        tables.map(({ name, table }) => [
          name,
          toCsv(
            table.schema.fields.map((field) => field.name),
            rowsOf(table),
          ),
        ]),
      );
  };
}

/** @param {import('apache-arrow').Table} table @returns {Iterable<unknown[]>} */
function* rowsOf(table) {
  for (const row of table) yield row?.toArray() ?? [];
}
