/** What a load has left, copied for an engine of its own that answers what people type. */
import type { PackedPart } from '../engine/engine';
import type { KeyBlocks } from '../lib/pseudonym-form';
import { CONSOLE_TABLE_NAMES, CONSOLE_TABLES, consoleRows } from '../sql/console';
import type { Database } from './database';
import type { LoadedTable } from './dataset';

/** A part is a copy beside the table: small enough where the engine's memory is nearly full. */
const ROWS_PER_PART = 262_144;

/** Each table in parts, at least one; with a key, guests have their pseudonyms. Throws where the database holds other tables of orders than `held`. */
export async function* packConsoleTables(
  database: Database,
  held: readonly LoadedTable[],
  key: KeyBlocks | null = null,
  rowsPerPart = ROWS_PER_PART,
): AsyncGenerator<PackedPart> {
  const { engine } = database;
  const ifHeld = () => {
    if (database.held !== held) throw new Error('the tables on screen are no longer held');
  };
  for (const table of CONSOLE_TABLE_NAMES) {
    ifHeld();
    const counting = { name: table, sql: `select count(*) as rows from ${table}` };
    const [counted] = await engine.query(counting, { rows: 'count' });
    for (let from = 0; from === 0 || from < counted!.rows; from += rowsPerPart) {
      ifHeld();
      const statement = consoleRows(table, from, rowsPerPart, key);
      const rows = await engine.pack(statement, CONSOLE_TABLES[table]);
      ifHeld();
      yield { table, rows };
    }
  }
}
