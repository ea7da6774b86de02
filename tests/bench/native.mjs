// @ts-check
/** The same DuckDB without a browser, on one thread: what the page's time is held against. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { toCsv } from './csv.mjs';
import { TABLES } from './part.mjs';

/** The sample is clean, so trimming and casting is all the staging it needs. */
const ORDERS = `
  create table orders as
  select
    trim(restaurant_names) as restaurant,
    trim(food_names) as dish,
    trim(first_name) as customer,
    trim(food_cost)::decimal(12, 2) as amount
  from read_csv(
    $file,
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n',
    columns = {
      'restaurant_names': 'varchar', 'food_names': 'varchar',
      'first_name': 'varchar', 'food_cost': 'varchar'
    }
  )`;

/** An order line is a source of one: the project's rollups then merge lines as they merge sources. */
const SOURCES = `
  create view source_dish_sales as
  select
    restaurant, dish, 1 as orders, amount as revenue,
    1 as lines, 1 as squared_orders, amount::double * amount::double as squared_revenue
  from orders;
  create view source_customer_visits as
  select restaurant, customer, 1 as visits, amount as revenue from orders`;

/** @param {string} model */
function sqlOf(model) {
  return readFileSync(
    fileURLToPath(new URL(`../../src/sql/${model}.sql`, import.meta.url)),
    'utf8',
  );
}

const ROLLUPS = ['dish_sales', 'customer_visits'].map(
  (name) => `create table ${name} as ${sqlOf(`rollups/${name}`)}`,
);
const MARTS = TABLES.map((name) => /** @type {const} */ ([name, sqlOf(`marts/${name}`)]));

/** @type {import('./part.mjs').Part} */
export const native = {
  name: 'Native DuckDB, one thread',
  figures: {
    wall: { label: 'file opened to rows of the five tables', unit: 'ms' },
    cpu: { label: 'the same in processor time', unit: 'ms' },
  },
  async start({ sample }) {
    const { results } = await run(sample);
    const tables = new Map(results.map(({ name, columns, rows }) => [name, toCsv(columns, rows)]));
    const measure = async () => (await run(sample)).time;
    return { measure, tables };
  },
};

/** In a new database, opened before the clock starts: the page's engine is up too. @param {string} file */
async function run(file) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  await connection.run(ORDERS, { file });
  await connection.run(SOURCES);
  for (const rollup of ROLLUPS) await connection.run(rollup);
  const results = [];
  for (const [name, sql] of MARTS) {
    const reader = await connection.runAndReadAll(sql);
    results.push({ name, columns: reader.columnNames(), rows: reader.getRows() });
  }
  const wall = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  connection.closeSync();
  instance.closeSync();
  return { results, time: { wall, cpu: (user + system) / 1000 } };
}
