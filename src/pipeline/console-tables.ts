/** Copies the loaded tables for the SQL console's engine. */
import type { PackedPart } from '../engine/engine';
import type { KeyBlocks } from '../lib/pseudonym-form';
import { CONSOLE_TABLE_NAMES, CONSOLE_TABLES, consoleRows } from '../sql/console';
import type { Database } from './database';
import type { LoadedTable } from './dataset';

/**
 * The number of rows per part. A part is copied, so it must be small even if memory is nearly full.
 */
const ROWS_PER_PART = 262_144;

/**
 * Yields each table in one or more parts. With a key, pseudonyms replace the names of customers.
 * Throws if the database no longer holds the input tables `held`.
 */
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
