// @ts-check
/**
 * Runs as a child process: it receives a file from its parent, measures one run, and sends the
 * result.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { toCsv } from './csv.mjs';
import { peakMegabytes, resetPeak } from './peak-memory.mjs';
import { marts, rollups } from './sql.mjs';

/** @type {Readonly<Record<import('./inputs.mjs').Form, string>>} */
const READING = {
  plain: "delim = ','",
  quoted: "delim = ','",
  utf16: "delim = '\\t', encoding = 'utf-16'",
  gzip: "delim = ',', compression = 'gzip'",
};

/**
 * The files are clean, so staging only trims and casts.
 * @param {import('./inputs.mjs').Form} form
 */
const ordersOf = (form) => `
  select
    trim(restaurant_names) as restaurant,
    trim(food_names) as dish,
    trim(first_name) as customer,
    trim(food_cost)::decimal(12, 2) as amount
  from read_csv(
    $file, ${READING[form]},
    auto_detect = false, header = true, quote = '"', escape = '"', new_line = '\\n',
    columns = {
      'restaurant_names': 'varchar', 'food_names': 'varchar',
      'first_name': 'varchar', 'food_cost': 'varchar'
    }
  )`;

/**
 * `lines` keeps all order lines in memory; `sums` keeps only sums, for files whose lines would not
 * fit.
 */
const STAGING = {
  lines: { sql: (/** @type {string} */ orders) => orders, rollups: rollups('orders') },
  sums: {
    sql: (/** @type {string} */ orders) => `
      select restaurant, dish, customer, count(*) as lines, sum(amount) as amount
      from (${orders}) group by all`,
    rollups: rollups('orders', 'sum(lines)::bigint'),
  },
};

const MARTS = Object.entries(marts((sum) => `${sum}::decimal(38, 2)::varchar`));

/**
 * Measures one run. It opens the database before it starts the clock, because the page's engine is
 * also open before a load.
 * @param {string} file
 * @param {import('./inputs.mjs').Form} form
 * @param {keyof typeof STAGING} keep
 */
async function run(file, form, keep) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  resetPeak(process.pid);
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const staging = STAGING[keep];
  await connection.run(`create table orders as ${staging.sql(ordersOf(form))}`, { file });
  for (const rollup of staging.rollups) await connection.run(rollup);
  const results = [];
  for (const [table, sql] of MARTS) {
    results.push({ table, reader: await connection.runAndReadAll(sql) });
  }
  const wall = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  const peak = peakMegabytes(process.pid);

  const tables = new Map(
    results.map(({ table, reader }) => [table, toCsv(reader.columnNames(), reader.getRows())]),
  );
  connection.closeSync();
  instance.closeSync();
  return { figures: { wall: wall / 1000, cpu: (user + system) / 1e6, peak }, tables };
}

/** @typedef {{ sample: string, file: string, form: import('./inputs.mjs').Form, keep?: keyof typeof STAGING }} Task */

process.once('message', async (message) => {
  const { sample, file, form, keep = 'lines' } = /** @type {Task} */ (message);
  await run(sample, 'plain', keep);
  process.send?.(await run(file, form, keep), () => {
    process.disconnect();
  });
});
