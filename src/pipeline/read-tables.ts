/** Reads input tables into the `fresh_*` tables, one after another. */
import type { Engine } from '../engine/engine';
import { chunkBytesFor, type Ingest } from '../ingest/ingest';
import { beginTable } from './begin-table';
import { ChunkProcessor } from './chunk';
import { Compactor, type Limits } from './compactor';
import type { LoadedTable, InputTable } from './dataset';
import {
  forgetCodes,
  keptLines,
  knownNames,
  repeatedLines,
  tidiedValues,
  writeReceipt,
} from './end-table';
import { FindingsLog } from './findings';
import { RejectLog } from './reject-log';

export interface LoadProgress {
  readonly readBytes: number;
  readonly totalBytes: number;
  readonly records: number;
  /** Milliseconds since the first file began. */
  readonly elapsedMs: number;
}

export interface LoadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Bytes per chunk. */
  readonly chunkBytes?: number;
  readonly readers?: number;
  /** The maximum numbers of accumulated rows and of names. */
  readonly limits?: Limits;
}

/**
 * Above this number of records, an extra statement frees the codes at once. Otherwise they are
 * freed when the next table begins.
 */
const MANY_RECORDS = 1_000_000;

/**
 * The rollups of input tables. Their table names start with `fresh_` while they are read, and with
 * `source_` once they are on screen.
 */
export const FRESH_ROLLUPS = ['dish_sales', 'customer_visits', 'dish_prices', 'receipts'];

/**
 * Creates the `fresh_` tables, because the last load can have renamed them to `source_`. Existing
 * ones are replaced, because a table keeps its memory when its rows are deleted.
 */
const MAKE_FRESH = {
  name: 'make_fresh',
  sql: FRESH_ROLLUPS.map(
    (rollup) => `create or replace table fresh_${rollup} as from source_${rollup} limit 0`,
  ).join(';\n'),
};

/**
 * Reads the tables and numbers them from `firstId`. `linesHeld` is the number of order lines that
 * the engine already holds.
 */
export async function readTables(
  engine: Engine,
  ingest: Ingest,
  tables: readonly InputTable[],
  firstId: number,
  linesHeld: number,
  options: LoadOptions,
): Promise<LoadedTable[]> {
  const made = engine.run(MAKE_FRESH);
  made.catch(() => undefined);
  const files = new Set(tables.map(({ source }) => source.file));
  const totalBytes = [...files].reduce((sum, { size }) => sum + size, 0);
  const begun = performance.now();
  let [readBytes, records] = [0, 0];
  const loaded: LoadedTable[] = [];
  for (const [index, table] of tables.entries()) {
    loaded.push(
      await readTable(engine, ingest, table, firstId + index, {
        ...options,
        linesBefore: linesHeld + records,
        afterChunk: (chunk) => {
          readBytes += chunk.bytes;
          records += chunk.records;
          const elapsedMs = performance.now() - begun;
          options.onProgress?.({ readBytes, totalBytes, records, elapsedMs });
        },
      }),
    );
  }
  await made;
  options.signal?.throwIfAborted();
  return loaded;
}

async function readTable(
  engine: Engine,
  ingest: Ingest,
  { source, layout }: InputTable,
  id: number,
  options: LoadOptions & {
    linesBefore: number;
    afterChunk: (counts: { bytes: number; records: number }) => void;
  },
): Promise<LoadedTable> {
  // Reading starts at once; the first chunk waits for this statement.
  const begun = beginTable(engine, layout, id);
  begun.catch(() => undefined);
  const rejects = new RejectLog(source.name);
  const log = new FindingsLog(layout);
  const headLines = layout.bodyLine - 1;
  const counts = {
    lines: headLines,
    headerLines: headLines - layout.blankLines,
    blankLines: layout.blankLines,
    recordLines: 0,
    read: 0,
  };
  const processor = new ChunkProcessor(engine, { source, layout }, { rejects, findings: log });
  const compactor = new Compactor(engine, source.name, options.linesBefore, options.limits);
  const readOptions = {
    chunkBytes: options.chunkBytes ?? chunkBytesFor(source.file.size),
    ...(options.readers !== undefined && { readers: options.readers }),
    ...(options.signal && { signal: options.signal }),
  };
  for await (const chunk of ingest.read(source, layout, readOptions)) {
    options.signal?.throwIfAborted();
    await begun;
    await processor.process(chunk);
    counts.lines += chunk.counts.lines;
    counts.headerLines += chunk.counts.headerLines;
    counts.blankLines += chunk.counts.blankLines;
    counts.recordLines += chunk.counts.recordLines;
    counts.read += chunk.counts.records;
    await compactor.afterChunk(chunk.counts.records, chunk.values.code.length);
    options.afterChunk(chunk.counts);
  }
  const [{ lines: kept, revenue, isTidied }, repeats, isKnown] = await Promise.all([
    keptLines(engine),
    repeatedLines(engine, log.repeats()),
    knownNames(engine, log.driftedValues()),
    begun,
  ]);
  const receipt = { ...counts, kept, rejected: rejects.count };
  const [tidied] = await Promise.all([
    isTidied ? tidiedValues(engine) : [],
    writeReceipt(engine, id, receipt, revenue),
    counts.read > MANY_RECORDS ? forgetCodes(engine) : undefined,
  ]);
  const findings = log.finish(tidied, repeats, isKnown);
  return { source, layout, id, receipt, rejects, revenue, findings };
}
