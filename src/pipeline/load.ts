/** Loads input tables into a Dataset. The previous load stays intact until the last statement. */
import type { Engine } from '../engine/engine';
import type { Ingest } from '../ingest/ingest';
import { Failure } from '../domain/failure';
import type { Receipt, Rejects } from '../domain/receipt';
import { ROLES, type Role } from '../domain/roles';
import { PAGE_MARTS, ROLLUPS } from '../sql';
import { replaceTable } from '../sql/model';
import { SCORECARDS, TABLES, VISITED_COUNTS, type Results, type TableName } from '../sql/tables';
import { makeTables, type Database } from './database';
import type { Dataset, LoadedTable, InputTable } from './dataset';
import { FRESH_ROLLUPS, readTables, type LoadOptions } from './read-tables';
import { joinRejects } from './reject-log';

/**
 * Loads exactly these tables. A table that the database still holds is not read again, so this
 * function also serves to add, remove and reread tables.
 */
export async function load(
  database: Database,
  ingest: Ingest,
  tables: readonly (InputTable | LoadedTable)[],
  options: LoadOptions = {},
): Promise<Dataset> {
  const { engine } = database;
  const kept = database.held.filter((held) => tables.includes(held));
  const wanted = tables.filter((table) => !kept.some((held) => held === table));
  const firstId = 1 + Math.max(0, ...kept.map(({ id }) => id));
  const linesHeld = sumReceipts(database.held.map(({ receipt }) => receipt)).kept;
  const read = await readTables(engine, ingest, wanted, firstId, linesHeld, options);
  if (wanted.length > 0 && read.every(({ receipt }) => receipt.kept === 0)) throw nothingKept(read);
  const fresh = new Map(wanted.map((table, index) => [table, read[index]!]));
  const loaded = tables.map((table) => fresh.get(table) ?? (table as LoadedTable));
  const dataset = await inTransaction(engine, async () => {
    const replaced = [replaceRollups(engine, kept), makeTables(engine)];
    const [results] = await Promise.all([readResults(engine), ...replaced]);
    options.signal?.throwIfAborted();
    return { ...summary(loaded), results: { roles: rolesOf(loaded), ...results } };
  });
  database.held = loaded;
  return dataset;
}

function summary(tables: readonly LoadedTable[]): Omit<Dataset, 'results'> {
  return {
    tables,
    sources: tables.map(({ source }) => source.name),
    receipt: sumReceipts(tables.map(({ receipt }) => receipt)),
    rejects: joinRejects(tables.map(({ rejects }) => rejects)),
  };
}

function rolesOf(tables: readonly LoadedTable[]): readonly Role[] {
  return ROLES.filter((role) => tables.some(({ layout }) => layout.columns[role] !== undefined));
}

async function inTransaction<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  try {
    const begun = engine.run({ name: 'transaction', sql: 'begin transaction' });
    const [result] = await Promise.all([work(), begun]);
    await engine.run({ name: 'transaction', sql: 'commit' });
    return result;
  } catch (error) {
    // A dead engine cannot roll back, and the original error must be reported.
    await engine.run({ name: 'transaction', sql: 'rollback' }).catch(() => undefined);
    throw error;
  }
}

async function replaceRollups(engine: Engine, kept: readonly LoadedTable[]): Promise<void> {
  const ids = kept.map(({ id }) => String(id)).join(', ');
  const sources = FRESH_ROLLUPS.map((rollup) => {
    const [table, fresh] = [`source_${rollup}`, `fresh_${rollup}`];
    const statements =
      kept.length > 0
        ? [
            `delete from ${table} where not list_contains([${ids}]::integer[], source)`,
            `insert into ${table} from ${fresh}`,
          ]
        : // Renaming saves the memory of a copy, which is large with a million customers.
          [`drop table ${table}`, `alter table ${fresh} rename to ${table}`];
    return { name: table, sql: statements.join(';\n') };
  });
  await engine.run(
    ...sources,
    replaceTable(ROLLUPS.dish_sales),
    replaceTable(ROLLUPS.customer_visits),
  );
}

async function readResults(engine: Engine): Promise<Omit<Results, 'roles'>> {
  const table = <T extends TableName>(name: T) =>
    engine.query({ name, sql: `from ${name}` }, TABLES[name]);
  const [stats, popular, profitable, customers, visitors, scorecards, visitedCounts] =
    await Promise.all([
      table('restaurant_stats'),
      table('popular_dishes'),
      table('profitable_dishes'),
      table('customer_stats'),
      table('frequent_visitors'),
      engine.query(PAGE_MARTS.scorecards, SCORECARDS),
      engine.query(PAGE_MARTS.visited_counts, VISITED_COUNTS),
    ]);
  return {
    tables: {
      restaurant_stats: stats,
      popular_dishes: popular,
      profitable_dishes: profitable,
      customer_stats: customers,
      frequent_visitors: visitors,
    },
    scorecards,
    visitedCounts,
  };
}

function sumReceipts(receipts: readonly Receipt[]): Receipt {
  const sum = (pick: (receipt: Receipt) => number) =>
    receipts.reduce((total, receipt) => total + pick(receipt), 0);
  return {
    lines: sum(({ lines }) => lines),
    headerLines: sum(({ headerLines }) => headerLines),
    blankLines: sum(({ blankLines }) => blankLines),
    recordLines: sum(({ recordLines }) => recordLines),
    read: sum(({ read }) => read),
    kept: sum(({ kept }) => kept),
    rejected: sum(({ rejected }) => rejected),
  };
}

function nothingKept(tables: readonly LoadedTable[]): Failure {
  const { read: records } = sumReceipts(tables.map(({ receipt }) => receipt));
  const reasons = joinRejects(tables.map(({ rejects }) => rejects))
    .groups.slice(0, 4)
    .map((group) => ({ reason: group.reason, records: group.records }));
  const first = tables.find(({ rejects }) => rejects.count > 0);
  const [quote] = tables.flatMap(({ findings }) => findings.unclosedQuotes.first);
  const where = first
    ? { file: first.source.name, line: firstLine(first.rejects), affectsLaterLines: true }
    : { files: tables.map(({ source }) => source.name) };
  if (quote) {
    return new Failure({
      fault: 'input',
      what: 'quote took all records',
      with: { line: quote.line, linesAfter: quote.linesAfter, records, reasons },
      where,
      wayOn: 'quotes as text',
    });
  }
  const wayOn = 'match columns';
  return records === 0
    ? new Failure({ fault: 'input', what: 'no records', where, wayOn })
    : new Failure({
        fault: 'input',
        what: 'no record kept',
        with: { records, reasons },
        where,
        wayOn,
      });
}

/**
 * Returns the line of the first rejected record. It is also the first record of its reason, so a
 * group contains it.
 */
function firstLine({ groups }: Rejects): number {
  return Math.min(...groups.flatMap(({ first }) => first.map(({ line }) => line)));
}
