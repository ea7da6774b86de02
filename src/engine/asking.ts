/**
 * An engine for the queries that users type, on any build of DuckDB-WASM. Queries cannot change the
 * engine.
 */
import type { Table } from 'apache-arrow';
import { decodeTexts } from './arrow';
import type { Connection } from './connection';
import { AskError, type Answer, type AskingEngine } from './engine';
import { faultOf, markerOf } from './faults';
import { SETTINGS } from './settings';

const ERRORS_AS_JSON = 'set errors_as_json = true';

const BEGIN = 'begin transaction read only';

/**
 * Restores the engine after a query. A query can leave only one trace, the log that some functions
 * enable, so the log is cleared.
 */
const RESTORE = ['rollback', 'call disable_logging()', 'call truncate_duckdb_logs()', BEGIN].join(
  '; ',
);

const NOT_A_SELECT = 'Expected a single SELECT statement';

const NUMBER_TYPES =
  /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|BIGNUM|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/;

export async function createAskingEngine(connection: Connection): Promise<AskingEngine> {
  for (const sql of [ERRORS_AS_JSON, ...SETTINGS.map((setting) => setting.sql), BEGIN]) {
    await connection.query(sql);
  }

  const filled = new Set<string>();
  const empty = async () => {
    for (const table of filled) await connection.query(`drop table "${table}"`);
    filled.clear();
  };
  let isRestored: Promise<boolean> = Promise.resolve(true);
  const restore = () => {
    isRestored = trySql(connection, RESTORE);
    return isRestored;
  };
  return {
    fill: async (parts) => {
      if (!(await isRestored)) throw engineLost(new Error('the engine does not answer'));
      await connection.query('rollback');
      try {
        await empty();
        for await (const { table, rows } of parts) {
          if (filled.has(table)) await connection.append(rows, table);
          else await connection.create(rows, table);
          filled.add(table);
        }
      } finally {
        // The engine must not be queried after a failure, but it can be filled again.
        await connection.query(BEGIN);
      }
    },
    ask: async (sql, most) => {
      if (!(await isRestored)) throw engineLost(new Error('the engine does not answer'));
      try {
        // Both statements are sent at once, to save a round trip.
        const [columns, rows] = await Promise.all(
          statementsOf(sql, most).map(async (statement) => connection.query(statement)),
        );
        void restore();
        return answerOf(columns!, rows!, most);
      } catch (error) {
        if (!(await restore())) throw engineLost(error);
        throw await locateError(sql, error, connection);
      }
    },
    close: () => connection.close(),
  };
}

/**
 * Returns one statement for the columns and one for the rows. The typed text is a quoted string
 * argument of `query`, so it cannot end the string. DuckDB accepts only one SELECT in it.
 */
function statementsOf(sql: string, most: number): readonly [string, string] {
  const query = `query('${sql.replaceAll("'", "''")}')`;
  return [
    `describe from ${query}`,
    `select columns(*)::varchar from ${query} limit ${String(most + 1)}`,
  ];
}

function answerOf(described: Table, texts: Table, most: number): Answer {
  const [names, types] = [described.getChild('column_name'), described.getChild('column_type')];
  return {
    columns: Array.from({ length: described.numRows }, (_, column) => ({
      name: String(names?.get(column)),
      isNumber: NUMBER_TYPES.test(String(types?.get(column))),
    })),
    rows: decodeTexts(texts, most),
    hasMore: texts.numRows > most,
  };
}

/**
 * Finds the position of an error by checking the typed text alone, because the wrapped statement
 * reports another position.
 */
async function locateError(sql: string, error: unknown, connection: Connection): Promise<AskError> {
  const fault = faultOf(error);
  if (fault.message.includes(NOT_A_SELECT)) {
    return new AskError(fault.message, { isNotAQuery: true, cause: error });
  }
  try {
    await connection.check(sql);
  } catch (inner) {
    const { message, position } = faultOf(inner);
    return new AskError(message, { marker: markerOf(sql, position), cause: inner });
  }
  // If the typed text alone is valid, the query fails only at run time. The position then refers to
  // the typed text.
  return new AskError(fault.message, { marker: markerOf(sql, fault.position), cause: error });
}

function engineLost(cause: unknown): AskError {
  return new AskError(faultOf(cause).message, { isEngineLost: true, cause });
}

async function trySql(connection: Connection, sql: string): Promise<boolean> {
  try {
    await connection.query(sql);
    return true;
  } catch {
    return false;
  }
}
