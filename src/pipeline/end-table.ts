/** What the engine knows of a table of orders when all of it was read. */
import type { Engine } from '../engine/engine';
import type { Repeat } from '../ingest/chunk';
import { TIDIED_KINDS, type RepeatedLine, type Tidied } from '../lib/findings';
import { perRole } from '../lib/roles';
import { HINTS, ROLLUPS } from '../sql';

export async function countKept(
  engine: Engine,
  id: number,
): Promise<{ kept: number; revenue: bigint | null }> {
  const rows = await engine.query(
    {
      name: 'count_kept',
      sql: `select coalesce(sum(lines_kept), 0) as kept, sum(revenue) as revenue
            from chunk_receipts where source = ${String(id)}`,
    },
    { kept: 'count', revenue: 'money?' },
  );
  return rows.at(0) ?? { kept: 0, revenue: null };
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

/** Those of the candidates that chance does not explain. */
export async function repeatedLines(
  engine: Engine,
  candidates: readonly Repeat[],
): Promise<RepeatedLine[]> {
  if (candidates.length === 0) return [];
  await engine.run({ name: 'raw_repeats', sql: 'truncate raw_repeats' });
  await engine.insert('raw_repeats', {
    line: Int32Array.from(candidates, ({ line }) => line),
    times: Int32Array.from(candidates, ({ times }) => times),
    ...perRole((role) => Int32Array.from(candidates, ({ codes }) => codes[role])),
  });
  const rows = await engine.query(HINTS.repeated_lines, {
    line: 'count',
    times: 'count',
    restaurant: 'text',
    dish: 'text',
    customer: 'text',
    price: 'money?',
  });
  return [...rows];
}
