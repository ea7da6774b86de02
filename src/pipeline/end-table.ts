/** Queries and clean-up after an input table has been read. */
import type { Engine } from '../engine/engine';
import type { IsKnown } from '../ingest/records/drift-watch';
import { TIDIED_KINDS, type RepeatedLine, type Tidied } from '../domain/findings';
import { moneyToDecimal } from '../domain/money';
import type { Receipt } from '../domain/receipt';
import { perRole, ROLES, type Role } from '../domain/roles';
import { concatenateTexts } from '../lib/text-column';
import { HINTS, ROLLUPS } from '../sql';
import { insertInto, replaceTable } from '../sql/model';
import type { Repeat } from './repeat-counter';

const FRESH = [
  replaceTable(ROLLUPS.named_sales),
  insertInto('fresh_dish_sales', ROLLUPS.fresh_dish_sales),
  insertInto('fresh_customer_visits', ROLLUPS.fresh_customer_visits),
  insertInto('fresh_dish_prices', ROLLUPS.fresh_dish_prices),
];

/**
 * Frees the codes of the input table, which for a million customers take as much memory as the
 * names.
 */
export async function forgetCodes(engine: Engine): Promise<void> {
  const sql = ['names', 'coded_visits', 'coded_sales', 'named_sales', 'raw_lines', 'raw_values']
    // The tables are replaced, because a table keeps its memory when its rows are deleted.
    .map((table) => `create or replace table ${table} as from ${table} limit 0`)
    .join(';\n');
  await engine.run({ name: 'forget_codes', sql });
}

/** Replaces codes by names in the sums, and returns the totals of the kept lines. */
export async function keptLines(
  engine: Engine,
): Promise<{ lines: number; revenue: bigint | null; isTidied: boolean }> {
  const named = engine.run(...FRESH);
  const spec = { lines: 'count', revenue: 'money?', is_tidied: 'count' } as const;
  const [rows] = await Promise.all([engine.query(ROLLUPS.kept, spec), named]);
  const { lines, revenue, is_tidied: isTidied } = rows.at(0)!;
  return { lines, revenue, isTidied: isTidied === 1 };
}

export async function writeReceipt(
  engine: Engine,
  id: number,
  { read, rejected, kept }: Receipt,
  revenue: bigint | null,
): Promise<void> {
  const amount = revenue === null ? 'null' : moneyToDecimal(revenue);
  const values = [id, read, rejected, kept].map(String).join(', ');
  const sql = `insert into fresh_receipts values (${values}, ${amount})`;
  await engine.run({ name: 'fresh_receipts', sql });
}

export async function tidiedValues(engine: Engine): Promise<Tidied[]> {
  const rows = await engine.query(ROLLUPS.tidied, {
    kind: 'text',
    raw: 'text',
    clean: 'text?',
    first_line: 'count',
    values_in_all: 'count',
  });
  const all = [...rows];
  return TIDIED_KINDS.flatMap((kind) => {
    const own = all.filter((row) => row.kind === kind);
    const [first] = own;
    if (!first) return [];
    const examples = own.map(({ first_line: line, raw, clean }) => ({ line, raw, clean }));
    return [{ kind, values: first.values_in_all, examples }];
  });
}

/** Returns which texts are known names, and in which role. */
export async function knownNames(engine: Engine, texts: readonly string[]): Promise<IsKnown> {
  const known = new Map(ROLES.map((role) => [role, new Set<string>()]));
  if (texts.length > 0) {
    const asked = engine.replace('raw_texts', { text: concatenateTexts(texts) });
    const spec = { role: 'text', text: 'text' } as const;
    const [rows] = await Promise.all([engine.query(HINTS.known_names, spec), asked]);
    for (const { role, text } of rows) known.get(role as Role)?.add(text);
  }
  return (role, text) => known.get(role)!.has(text);
}

/** Returns the candidates that occur more often than chance explains. */
export async function repeatedLines(
  engine: Engine,
  candidates: readonly Repeat[],
): Promise<RepeatedLine[]> {
  if (candidates.length === 0) return [];
  const asked = engine.replace('raw_repeats', {
    line: Int32Array.from(candidates, ({ line }) => line),
    times: Int32Array.from(candidates, ({ times }) => times),
    ...perRole((role) => Int32Array.from(candidates, ({ codes }) => codes[role])),
  });
  const spec = {
    line: 'count',
    times: 'count',
    restaurant: 'text',
    dish: 'text',
    customer: 'text',
    price: 'money?',
  } as const;
  const [rows] = await Promise.all([engine.query(HINTS.repeated_lines, spec), asked]);
  return [...rows];
}
