/** One chunk through the models: raw values cleaned, order lines kept or rejected, rollups added. */
import type { Engine } from '../engine/engine';
import type { Chunk } from '../ingest/chunk';
import type { Layout } from '../ingest/layout';
import { orderLine, rawText } from '../ingest/record';
import type { TotalRow } from '../lib/findings';
import type { Reject } from '../lib/receipt';
import type { Role } from '../lib/roles';
import { concatenateTexts } from '../lib/text-column';
import { ROLLUPS, STAGING } from '../sql';
import { insertInto, type Model } from '../sql/model';
import { isTotalWord } from '../sql/total-words';

const CLEANING: readonly { roles: readonly Role[]; model: Model }[] = [
  { roles: ['restaurant', 'dish', 'customer'], model: insertInto('names', STAGING.clean_names) },
  { roles: ['price'], model: insertInto('prices', STAGING.clean_prices) },
  { roles: ['quantity'], model: insertInto('quantities', STAGING.clean_quantities) },
];

const JUDGING = insertInto('judged_lines', STAGING.judged_lines);

const ROLLING_UP = [
  insertInto('chunk_dish_sales', ROLLUPS.chunk_dish_sales),
  insertInto('chunk_customer_visits', ROLLUPS.chunk_customer_visits),
  insertInto('chunk_dish_prices', ROLLUPS.chunk_dish_prices),
];

const TIDYING = insertInto('chunk_tidied', ROLLUPS.chunk_tidied);

const RECEIPT = { lines_kept: 'count', revenue: 'money?', is_tidied: 'count' } as const;

/** What became of a chunk's records. */
export interface Processed {
  readonly kept: number;
  readonly revenue: bigint | null;
  readonly isTidied: boolean;
  /** In the order of their lines. */
  readonly rejects: readonly Reject[];
  /** Those of them that add others up. */
  readonly totals: readonly TotalRow[];
}

const NONE: Processed = { kept: 0, revenue: null, isTidied: false, rejects: [], totals: [] };

export async function processChunk(
  engine: Engine,
  chunk: Chunk,
  source: string,
  layout: Layout,
): Promise<Processed> {
  const misshapen = misshapenOf(chunk, source, layout);
  if (chunk.line.length === 0) return { ...NONE, ...misshapen };
  await addValues(engine, chunk);
  await addLines(engine, chunk);
  for (const model of ROLLING_UP) await engine.run(model);
  const rows = await engine.query(ROLLUPS.chunk_receipt, RECEIPT);
  const { lines_kept: kept, revenue, is_tidied: tidied } = rows.at(0)!;
  // Each statement that need not be run is a tenth of what a small file takes.
  if (tidied === 1) await engine.run(TIDYING);
  const rejected =
    kept < chunk.line.length ? await rejectedOf(engine, chunk, source, layout) : NONE;
  return {
    kept,
    revenue,
    isTidied: tidied === 1,
    rejects: [...misshapen.rejects, ...rejected.rejects].sort(byLine),
    totals: [...misshapen.totals, ...rejected.totals].sort(byLine),
  };
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
  const fresh = new Set(values.role);
  for (const { roles, model } of CLEANING) {
    if (roles.some((role) => fresh.has(role))) await engine.run(model);
  }
}

async function addLines(engine: Engine, { line, codes }: Chunk): Promise<void> {
  await engine.run({ name: 'raw_lines', sql: 'truncate raw_lines' });
  await engine.insert('raw_lines', { line, ...codes });
  await engine.run({ name: 'judged_lines', sql: 'truncate judged_lines' });
  await engine.run(JUDGING);
}

type Rejected = Pick<Processed, 'rejects' | 'totals'>;

function misshapenOf(chunk: Chunk, source: string, layout: Layout): Rejected {
  const rejects: Reject[] = [];
  const totals: TotalRow[] = [];
  for (const misshapen of chunk.misshapen) {
    const { line, lines, reason } = misshapen;
    const rawLine = rawText(chunk, misshapen);
    rejects.push({ source, line, reasons: reason, record: { table: layout, rawLine, lines } });
    const label = firstCell(rawLine, layout);
    if (isTotalWord(label)) totals.push({ line, label, price: null });
  }
  return { rejects, totals };
}

async function rejectedOf(
  engine: Engine,
  chunk: Chunk,
  source: string,
  layout: Layout,
): Promise<Rejected> {
  const rejects: Reject[] = [];
  const totals: TotalRow[] = [];
  const judged = await engine.query(STAGING.rejected_lines, REJECTED_LINE);
  for (const { line, reasons, is_total: isTotal, price } of judged) {
    const record = orderLine(chunk, line, layout.dialect);
    rejects.push({ source, line, reasons, record });
    const label = isTotal === 1 ? record.fields.find(isTotalWord) : undefined;
    if (label !== undefined) totals.push({ line, label: label.trim(), price });
  }
  return { rejects, totals };
}

const REJECTED_LINE = {
  line: 'count',
  reasons: 'text',
  is_total: 'count',
  price: 'money?',
} as const;

function byLine(a: { readonly line: number }, b: { readonly line: number }): number {
  return a.line - b.line;
}

/** What a record calls itself whose columns cannot be told apart. */
function firstCell(rawLine: string, { dialect }: Layout): string {
  const cells = rawLine.slice(0, 200).split(String.fromCharCode(dialect.delimiter));
  return cells.map((cell) => cell.replaceAll('"', '').trim()).find(Boolean) ?? '';
}
