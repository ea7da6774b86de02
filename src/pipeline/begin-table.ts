import type { Engine } from '../engine/engine';
import type { Layout } from '../ingest/layout/layout';
import { concatenateTexts } from '../lib/text-column';
import { STAGING } from '../sql';
import { insertInto } from '../sql/model';

/** The code of a role that the input table has no column for. */
const NO_COLUMN = -1;

/**
 * Empties the staging tables for the next input table, because codes are only valid within one
 * table.
 */
export async function beginTable(engine: Engine, layout: Layout, id: number): Promise<void> {
  const isLineTotal = String(layout.priceIs === 'line total');
  const statements = [
    'truncate reading',
    `insert into reading values (${String(id)}, '${layout.decimalMark}', ${isLineTotal})`,
    'truncate names',
    'truncate prices',
    'truncate quantities',
    'truncate coded_sales',
    'truncate coded_visits',
    `insert into names select role, ${String(NO_COLUMN)}, null, null, null, null
     from (values ('dish'), ('customer')) as roles (role)`,
    `insert into prices values (${String(NO_COLUMN)}, null, null, null)`,
    `insert into quantities values (${String(NO_COLUMN)}, 1, 1, null)`,
  ];
  const begun = engine.run({ name: 'begin_table', sql: statements.join(';\n') });
  if (layout.columns.restaurant !== undefined) return begun;
  // A restaurant name that the user entered is cleaned like a name from a file.
  const given = engine.replace('raw_values', {
    role: concatenateTexts(['restaurant']),
    code: Int32Array.of(NO_COLUMN),
    text: concatenateTexts([layout.restaurant ?? '']),
    is_valid: Uint8Array.of(1),
  });
  await Promise.all([begun, given, engine.run(insertInto('names', STAGING.clean_names))]);
}
