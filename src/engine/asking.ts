/** An engine for what people type, over any of DuckDB-WASM's builds: it can be asked, and not be changed. */
import type { Table } from 'apache-arrow';
import { decodeTexts } from './arrow';
import type { Connection } from './connection';
import { AskError, type Answer, type AskingEngine } from './engine';
import { faultOf, markerOf } from './faults';
import { SETTINGS } from './settings';

/** With where in the text the fault is. */
const FAULTS_AS_JSON = 'set errors_as_json = true';

const BEGIN = 'begin transaction read only';

/**
 * There are functions that switch the engine's log on, even where it has nowhere to write to. The
 * one thing that a query can leave behind, it is taken away again after each.
 */
const AS_BEFORE = ['rollback', 'call disable_logging()', 'call truncate_duckdb_logs()', BEGIN].join(
  '; ',
);

/** DuckDB's word where `query` is given anything but one statement that only reads. */
const NO_QUERY = 'Expected a single SELECT statement';

const NUMBERS = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|BIGNUM|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/;

/** Locks the database down, which is empty until it is filled. */
export async function askingOver(connection: Connection): Promise<AskingEngine> {
  for (const sql of [FAULTS_AS_JSON, ...SETTINGS.map((setting) => setting.sql), BEGIN]) {
    await connection.query(sql);
  }

  const filled = new Set<string>();
  const empty = async () => {
    for (const table of filled) await connection.query(`drop table "${table}"`);
    filled.clear();
  };
  /** Settles when the query before has left nothing behind; whether it did. */
  let isAsBefore: Promise<boolean> = Promise.resolve(true);
  const restore = () => {
    isAsBefore = settle(connection, AS_BEFORE);
    return isAsBefore;
  };
  return {
    fill: async (parts) => {
      if (!(await isAsBefore)) throw lost(new Error('the engine does not answer'));
      await connection.query('rollback');
      try {
        await empty();
        for await (const { table, rows } of parts) {
          if (filled.has(table)) await connection.append(rows, table);
          else await connection.create(rows, table);
          filled.add(table);
        }
      } finally {
        // With half of what it should have it may not be asked, but filled again.
        await connection.query(BEGIN);
      }
    },
    ask: async (sql, most) => {
      if (!(await isAsBefore)) throw lost(new Error('the engine does not answer'));
      try {
        // Nobody waits for the one to ask for the other.
        const [columns, rows] = await Promise.all(
          statementsOf(sql, most).map(async (statement) => connection.query(statement)),
        );
        void restore();
        return answerOf(columns!, rows!, most);
      } catch (error) {
        if (!(await restore())) throw lost(error);
        throw await faultIn(sql, error, connection);
      }
    },
    close: () => connection.close(),
  };
}

/**
 * What columns the query has, and its rows. All that is typed stands in one text, quotes doubled: DuckDB
 * itself reads it as a query and takes nothing else for one, nor can it end the text that it stands in.
 */
function statementsOf(sql: string, most: number): readonly [string, string] {
  const asked = `query('${sql.replaceAll("'", "''")}')`;
  return [
    `describe from ${asked}`,
    // As texts, of which the engine has an exact one for every type.
    `select columns(*)::varchar from ${asked} limit ${String(most + 1)}`,
  ];
}

function answerOf(described: Table, texts: Table, most: number): Answer {
  const [names, types] = [described.getChild('column_name'), described.getChild('column_type')];
  return {
    columns: Array.from({ length: described.numRows }, (_, column) => ({
      name: String(names?.get(column)),
      isNumber: NUMBERS.test(String(types?.get(column))),
    })),
    rows: decodeTexts(texts, most),
    hasMore: texts.numRows > most,
  };
}

/** A fault is placed in our statement by its outermost word; to know the place in what was typed, that is looked at by itself. */
async function faultIn(sql: string, error: unknown, connection: Connection): Promise<AskError> {
  const fault = faultOf(error);
  if (fault.message.includes(NO_QUERY)) {
    return new AskError(fault.message, { isNoQuery: true, cause: error });
  }
  try {
    await connection.check(sql);
  } catch (inner) {
    const { message, position } = faultOf(inner);
    return new AskError(message, { marker: markerOf(sql, position), cause: inner });
  }
  // It fails only when it is run, and then the place is that in what was typed.
  return new AskError(fault.message, { marker: markerOf(sql, fault.position), cause: error });
}

function lost(cause: unknown): AskError {
  return new AskError(faultOf(cause).message, { isEngineLost: true, cause });
}

async function settle(connection: Connection, sql: string): Promise<boolean> {
  try {
    await connection.query(sql);
    return true;
  } catch {
    return false;
  }
}
