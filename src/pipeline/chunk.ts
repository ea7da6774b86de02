/** One chunk through the models: raw values cleaned, order lines kept or rejected, rollups added. */
import type { Engine } from '../engine/engine';
import type { Chunk } from '../ingest/chunk';
import type { Layout } from '../ingest/layout';
import { orderLine, rawText } from '../ingest/record';
import type { Reject } from '../lib/receipt';
import { concatenateTexts } from '../lib/text-column';
import { ROLLUPS, STAGING } from '../sql';
import { insertInto } from '../sql/model';

const CLEANING = [
  insertInto('names', STAGING.clean_names),
  insertInto('prices', STAGING.clean_prices),
  insertInto('quantities', STAGING.clean_quantities),
];

const JUDGING = insertInto('judged_lines', STAGING.judged_lines);

const ROLLING_UP = [
  insertInto('chunk_dish_sales', ROLLUPS.chunk_dish_sales),
  insertInto('chunk_customer_visits', ROLLUPS.chunk_customer_visits),
];

/** Returns the rejected records in the order of their lines. */
export async function processChunk(
  engine: Engine,
  chunk: Chunk,
  source: string,
  layout: Layout,
): Promise<Reject[]> {
  if (chunk.counts.records === 0) return [];
  await addValues(engine, chunk);
  await addLines(engine, chunk);
  for (const model of ROLLING_UP) await engine.run(model);
  const rejects = await rejectsOf(engine, chunk, source, layout);
  await engine.run({
    name: ROLLUPS.chunk_receipt.name,
    sql: `insert into chunk_receipts
      select source, ${String(chunk.counts.records)}, ${String(rejects.length)}, lines_kept, revenue
      from (${ROLLUPS.chunk_receipt.sql}) cross join reading`,
  });
  return rejects;
}

async function addValues(engine: Engine, { values }: Chunk): Promise<void> {
  if (values.code.length === 0) return;
  await engine.run({ name: 'raw_values', sql: 'truncate raw_values' });
  await engine.insert('raw_values', {
    role: concatenateTexts(values.role),
    code: values.code,
    text: { offsets: values.offsets, bytes: values.bytes },
    is_valid: values.isValid,
  });
  for (const model of CLEANING) await engine.run(model);
}

async function addLines(engine: Engine, { line, codes }: Chunk): Promise<void> {
  await engine.run({ name: 'raw_lines', sql: 'truncate raw_lines' });
  if (line.length > 0) await engine.insert('raw_lines', { line, ...codes });
  await engine.run({ name: 'judged_lines', sql: 'truncate judged_lines' });
  await engine.run(JUDGING);
}

async function rejectsOf(
  engine: Engine,
  chunk: Chunk,
  source: string,
  layout: Layout,
): Promise<Reject[]> {
  const rejected = await engine.query(STAGING.rejected_lines, { line: 'count', reasons: 'text' });
  const rejects: Reject[] = chunk.misshapen.map((record) => ({
    source,
    line: record.line,
    reasons: record.reason,
    record: { rawLine: rawText(chunk, record), lines: record.lines },
  }));
  for (const { line, reasons } of rejected) {
    rejects.push({ source, line, reasons, record: orderLine(chunk, line, layout.dialect) });
  }
  return rejects.sort((a, b) => a.line - b.line);
}
