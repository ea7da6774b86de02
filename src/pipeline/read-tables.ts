/** Tables of orders into the `chunk_*` tables, one after the other. */
import type { Engine } from '../engine/engine';
import { CHUNK_BYTES, type Ingest } from '../ingest/ingest';
import type { Reject } from '../lib/receipt';
import { beginTable } from './begin-table';
import { processChunk } from './chunk';
import { Compactor } from './compactor';
import type { LoadedTable, Table } from './dataset';

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

/** Numbers the tables from `firstId` on. */
export async function readTables(
  engine: Engine,
  ingest: Ingest,
  tables: readonly Table[],
  firstId: number,
  options: LoadOptions,
): Promise<LoadedTable[]> {
  for (const table of ['chunk_dish_sales', 'chunk_customer_visits', 'chunk_receipts']) {
    await engine.run({ name: table, sql: `truncate ${table}` });
  }
  const compactor = new Compactor(engine, options.compactEveryRows);
  const files = new Set(tables.map(({ source }) => source.file));
  const totalBytes = [...files].reduce((sum, { size }) => sum + size, 0);
  let [readBytes, records] = [0, 0];
  const loaded: LoadedTable[] = [];
  for (const [index, table] of tables.entries()) {
    loaded.push(
      await readTable(engine, ingest, table, firstId + index, {
        ...options,
        afterChunk: async (chunk) => {
          await compactor.afterChunk();
          readBytes += chunk.bytes;
          records += chunk.records;
          options.onProgress?.({ readBytes, totalBytes, records });
        },
      }),
    );
  }
  options.signal?.throwIfAborted();
  return loaded;
}

async function readTable(
  engine: Engine,
  ingest: Ingest,
  { source, layout }: Table,
  id: number,
  options: LoadOptions & {
    afterChunk: (counts: { bytes: number; records: number }) => Promise<void>;
  },
): Promise<LoadedTable> {
  await beginTable(engine, layout, id);
  const rejects: Reject[] = [];
  let lines = layout.bodyLine - 1;
  let { blankLines } = layout;
  let read = 0;
  const readOptions = {
    chunkBytes: options.chunkBytes ?? CHUNK_BYTES,
    ...(options.signal && { signal: options.signal }),
  };
  for await (const chunk of ingest.read(source, layout, readOptions)) {
    options.signal?.throwIfAborted();
    // One by one: a spread of many thousands is more arguments than a call can have.
    for (const reject of await processChunk(engine, chunk, source.name, layout)) {
      rejects.push(reject);
    }
    lines += chunk.counts.lines;
    blankLines += chunk.counts.blankLines;
    read += chunk.counts.records;
    await options.afterChunk(chunk.counts);
  }
  const receipt = {
    lines,
    headerLines: layout.bodyLine - 1 - layout.blankLines,
    blankLines,
    read,
    kept: await countKept(engine, id),
    rejected: rejects.length,
  };
  return { source, layout, id, receipt, rejects };
}

async function countKept(engine: Engine, id: number): Promise<number> {
  const rows = await engine.query(
    {
      name: 'count_kept',
      sql: `select coalesce(sum(lines_kept), 0) as lines_kept
            from chunk_receipts where source = ${String(id)}`,
    },
    { lines_kept: 'count' },
  );
  return rows.at(0)?.lines_kept ?? 0;
}
