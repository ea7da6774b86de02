/** Files in, a Dataset out. Until the last statement, what an earlier load left stands untouched. */
import type { Engine } from '../engine/engine';
import { CHUNK_BYTES, type Ingest } from '../ingest/ingest';
import type { Layout } from '../ingest/layout';
import type { Source } from '../ingest/source';
import { Failure } from '../lib/failure';
import { formatCount, formatNumberOf } from '../lib/format';
import { countReasons, type Receipt, type Reject } from '../lib/receipt';
import { CHECKS, MARTS, PAGE_MARTS, ROLLUPS } from '../sql';
import { replaceTable } from '../sql/model';
import { SCORECARDS, TABLES, VISITED_COUNTS, type Results } from '../sql/tables';
import { processChunk } from './chunk';
import { Compactor } from './compactor';
import type { CheckResult, Dataset } from './dataset';

export interface LoadProgress {
  readonly readBytes: number;
  readonly totalBytes: number;
  readonly records: number;
}

export interface LoadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Bytes read at a time. */
  readonly chunkBytes?: number;
  /** Rows of chunks' rollups that may pile up before they are merged. */
  readonly compactEveryRows?: number;
}

/** A table of orders and how it is read. */
export interface Table {
  readonly source: Source;
  readonly layout: Layout;
}

/** What is in the files and how each table is read. Throws a Failure at the first that is wrong. */
export async function inspectFiles(ingest: Ingest, files: readonly File[]): Promise<Table[]> {
  const tables: Table[] = [];
  for (const file of files) {
    for (const source of await ingest.sourcesOf(file)) {
      tables.push({ source, layout: await ingest.inspect(source) });
    }
  }
  return tables;
}

export async function load(
  engine: Engine,
  ingest: Ingest,
  tables: readonly Table[],
  options: LoadOptions = {},
): Promise<Dataset> {
  const sources = tables.map(({ source }) => source.name);
  const { receipt, rejects } = await readTables(engine, ingest, tables, options);
  if (receipt.kept === 0) throw nothingKept(sources, receipt, rejects);
  return inTransaction(engine, async () => {
    await replaceRollups(engine);
    const results = await readResults(engine);
    const checks = await runChecks(engine);
    options.signal?.throwIfAborted();
    return { sources, receipt, rejects, results, checks };
  });
}

async function readTables(
  engine: Engine,
  ingest: Ingest,
  tables: readonly Table[],
  options: LoadOptions,
): Promise<{ receipt: Receipt; rejects: Reject[] }> {
  for (const table of ['chunk_dish_sales', 'chunk_customer_visits', 'chunk_receipts']) {
    await engine.run({ name: table, sql: `truncate ${table}` });
  }
  const files = new Set(tables.map(({ source }) => source.file));
  const totalBytes = [...files].reduce((sum, { size }) => sum + size, 0);
  const compactor = new Compactor(engine, options.compactEveryRows);
  const rejects: Reject[] = [];
  let [lines, headerLines, blankLines, read, readBytes] = [0, 0, 0, 0, 0];
  for (const { source, layout } of tables) {
    await forgetValues(engine, layout);
    headerLines += layout.bodyLine - 1 - layout.blankLines;
    blankLines += layout.blankLines;
    lines += layout.bodyLine - 1;
    const chunkOptions = { chunkBytes: options.chunkBytes ?? CHUNK_BYTES, ...pickSignal(options) };
    for await (const chunk of ingest.read(source, layout, chunkOptions)) {
      options.signal?.throwIfAborted();
      for (const reject of await processChunk(engine, chunk, source.name, layout)) {
        rejects.push(reject);
      }
      await compactor.afterChunk();
      lines += chunk.counts.lines;
      blankLines += chunk.counts.blankLines;
      read += chunk.counts.records;
      readBytes += chunk.counts.bytes;
      options.onProgress?.({ readBytes, totalBytes, records: read });
    }
  }
  options.signal?.throwIfAborted();
  const kept = await countKept(engine);
  return {
    receipt: { lines, headerLines, blankLines, read, kept, rejected: rejects.length },
    rejects,
  };
}

function pickSignal({ signal }: LoadOptions): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}

/** Codes begin anew with each file; -1 stands for a role that the file does not have. */
async function forgetValues(engine: Engine, { decimalMark }: Layout): Promise<void> {
  for (const sql of [
    'truncate names',
    'truncate prices',
    'truncate quantities',
    `insert into names select role, -1, null, null
     from (values ('restaurant'), ('dish'), ('customer')) as roles (role)`,
    'truncate reading',
    `insert into reading values ('${decimalMark}')`,
    'insert into prices values (-1, null, null)',
    'insert into quantities values (-1, null, null)',
  ]) {
    await engine.run({ name: 'forget_values', sql });
  }
}

async function countKept(engine: Engine): Promise<number> {
  const rows = await engine.query(
    {
      name: 'count_kept',
      sql: 'select coalesce(sum(lines_kept), 0) as lines_kept from chunk_receipts',
    },
    { lines_kept: 'count' },
  );
  return rows.at(0)?.lines_kept ?? 0;
}

async function inTransaction<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  await engine.run({ name: 'transaction', sql: 'begin transaction' });
  try {
    const result = await work();
    await engine.run({ name: 'transaction', sql: 'commit' });
    return result;
  } catch (error) {
    // A dead engine cannot roll back, and what killed it is what must be told.
    await engine.run({ name: 'transaction', sql: 'rollback' }).catch(() => undefined);
    throw error;
  }
}

async function replaceRollups(engine: Engine): Promise<void> {
  await engine.run(replaceTable(ROLLUPS.dish_sales));
  await engine.run(replaceTable(ROLLUPS.customer_visits));
  await engine.run(replaceTable({ name: 'receipts', sql: 'from chunk_receipts' }));
}

async function readResults(engine: Engine): Promise<Results> {
  return {
    tables: {
      restaurant_stats: await engine.query(MARTS.restaurant_stats, TABLES.restaurant_stats),
      popular_dishes: await engine.query(MARTS.popular_dishes, TABLES.popular_dishes),
      profitable_dishes: await engine.query(MARTS.profitable_dishes, TABLES.profitable_dishes),
      customer_stats: await engine.query(MARTS.customer_stats, TABLES.customer_stats),
      frequent_visitors: await engine.query(MARTS.frequent_visitors, TABLES.frequent_visitors),
    },
    scorecards: await engine.query(PAGE_MARTS.scorecards, SCORECARDS),
    visitedCounts: await engine.query(PAGE_MARTS.visited_counts, VISITED_COUNTS),
  };
}

async function runChecks(engine: Engine): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of CHECKS) {
    const rows = await engine.query(check, { offence: 'text' });
    results.push({ name: check.name, offences: Array.from(rows, ({ offence }) => offence) });
  }
  return results;
}

function nothingKept(
  sources: readonly string[],
  receipt: Receipt,
  rejects: readonly Reject[],
): Failure {
  const reasons = countReasons(rejects)
    .slice(0, 4)
    .map(({ reason, records }) => `${reason} (${formatCount(records)})`);
  const first = rejects[0];
  const found = `Read ${formatNumberOf(receipt.read, 'record')}, all rejected: ${reasons.join(', ')}.`;
  return new Failure({
    fault: 'input',
    title: 'No order line of this file could be used.',
    where: first ? `${first.source}, line ${String(first.line)} and on` : sources.join(', '),
    hint:
      receipt.read === 0
        ? 'There are only blank lines after the header. Export the file again with the orders in it.'
        : `${found} Check that each column holds what its name says.`,
  });
}
