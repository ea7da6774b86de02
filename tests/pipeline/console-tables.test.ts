import { describe, expect, test } from 'vitest';
import { openNodeAsking } from '../../src/engine/duckdb-node';
import type { PackedPart } from '../../src/engine/engine';
import type { KeyBlocks } from '../../src/lib/pseudonym-form';
import { Pseudonyms } from '../../src/state/guests/pseudonyms';
import { packConsoleTables } from '../../src/pipeline/console-tables';
import { CONSOLE_TABLE_NAMES, CONSOLE_TABLES, EXAMPLES } from '../../src/sql/console';
import { csvFile, loadFiles, useEngine } from '../support/engine';

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const ORDERS = `${HEADER}A,tea,Ann,1.50\nA,tea,Bob,1.50\nA,rice,Ann,4\nB,tea,Ann,2.25\n`;

const database = useEngine();

/** Fills a console engine from the database, and returns its answers to the queries. */
async function askedAll(
  queries: readonly string[],
  rowsPerPart?: number,
  key: KeyBlocks | null = null,
): Promise<(string | null)[][][]> {
  const engine = await openNodeAsking();
  await engine.fill(packConsoleTables(database, database.held, key, rowsPerPart));
  const answers: (string | null)[][][] = [];
  for (const sql of queries) {
    const { columns, rows } = await engine.ask(sql, 1000);
    answers.push(
      [...rows].map((row) => columns.map((_, index) => row[`c${String(index)}`] ?? null)),
    );
  }
  await engine.close();
  return answers;
}

async function asked(sql: string): Promise<(string | null)[][]> {
  return (await askedAll([sql]))[0]!;
}

describe('the console has', () => {
  test.each([2, undefined])('only pseudonyms if names are hidden, in parts of %s', async (size) => {
    const names = ['Ann', 'Bob', '李', 'O’Hara 🍜', '__proto__'];
    const lines = names.map((name, index) => `A,tea,${name},1\n`.repeat(index + 1)).join('');
    await loadFiles(database, [csvFile(HEADER + lines)]);
    const pseudonyms = new Pseudonyms(Uint8Array.from({ length: 32 }, (_, index) => index * 7));
    const hidden = names.map((name) => pseudonyms.of(name));
    const [visits, customers, visitors] = await askedAll(
      [
        'select customer, visits from customer_visits order by visits',
        'select first_name from customer_stats',
        'select most_frequent_visitor from frequent_visitors',
      ],
      size,
      pseudonyms.keyBlocks,
    );
    expect(visits).toEqual(hidden.map((name, index) => [name, String(index + 1)]));
    expect(customers).toEqual(hidden.toSorted().map((name) => [name]));
    expect(visitors).toEqual([[hidden[4]]]);
  });

  test.each([1, 3, undefined])('all rows of all files, in parts of %s', async (rowsPerPart) => {
    await loadFiles(database, [csvFile(ORDERS), csvFile(`${HEADER}B,tea,Cid,-0.25\n`, 'more.csv')]);
    const queries = ['from dish_sales', 'from customer_visits', 'from restaurant_stats'];
    const answers = await askedAll(
      queries.map((sql) => `${sql} order by all`),
      rowsPerPart,
    );
    expect(answers).toEqual([
      [
        ['A', 'rice', '1', '4.00'],
        ['A', 'tea', '2', '3.00'],
        ['B', 'tea', '2', '2.00'],
      ],
      [
        ['A', 'Ann', '2', '5.50'],
        ['A', 'Bob', '1', '1.50'],
        ['B', 'Ann', '1', '2.25'],
        ['B', 'Cid', '1', '-0.25'],
      ],
      [
        ['A', '2', '7.00'],
        ['B', '2', '2.00'],
      ],
    ]);
  });

  test('exactly these tables and columns', async () => {
    await loadFiles(database, [csvFile(ORDERS)]);
    const columns = await asked(
      'select table_name, column_name from duckdb_columns() where not internal order by all',
    );
    const listed = CONSOLE_TABLE_NAMES.flatMap((table) =>
      Object.keys(CONSOLE_TABLES[table]).map((column) => [table, column]),
    );
    expect(columns).toEqual(listed.sort((a, b) => (a.join() < b.join() ? -1 : 1)));
  });

  test('the result tables in their own order', async () => {
    await loadFiles(database, [csvFile(ORDERS)]);
    const rows = await database.engine.query(
      { name: 'customer_stats', sql: 'from customer_stats' },
      CONSOLE_TABLES.customer_stats,
    );
    expect(await askedAll(['from customer_stats'], 1)).toEqual([
      [...rows].map((row) => Object.values(row).map(String)),
    ]);
  });
});

describe.each([
  ['all columns', ORDERS, 4],
  ['no customer', 'restaurant_names,food_names,food_cost\nA,tea,1.50\n', 3],
  ['no price', 'restaurant_names,food_names,first_name\nA,tea,Ann\n', 5],
  ['no dish', 'restaurant_names,first_name,food_cost\nA,Ann,1.50\n', 3],
])('each example has an answer for a file with %s:', (_, text, answering) => {
  test('with rows if the data has any', async () => {
    await loadFiles(database, [csvFile(text)]);
    const answers = await askedAll(Object.values(EXAMPLES));
    const withRows = answers.filter((rows) => rows.length > 0).length;
    expect(withRows).toBe(answering);
  });
});

test('packing rejects other tables than those requested', async () => {
  await loadFiles(database, [csvFile(ORDERS)]);
  const { held } = database;
  const parts: PackedPart[] = [];
  const packing = async () => {
    for await (const part of packConsoleTables(database, held)) {
      parts.push(part);
      if (parts.length === 2) await loadFiles(database, [csvFile(ORDERS)]);
    }
  };
  await expect(packing()).rejects.toThrow('no longer held');
  expect(parts).toHaveLength(2);
});
