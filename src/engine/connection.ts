/** The engine over any of DuckDB-WASM's builds: what they share, written once. */
import type { Table } from 'apache-arrow';
import { castColumns, decode, toIpc, typeColumns } from './arrow';
import { QueryError, type Engine, type Statement } from './engine';
import { SETTINGS } from './settings';

/** What a build of DuckDB-WASM has to offer. */
export interface Connection {
  query(sql: string): Promise<Table> | Table;
  /** The rows as an Arrow file. */
  read(sql: string): Promise<Uint8Array> | Uint8Array;
  /** Whether the statement can be run, without running it: throws what is against it. */
  check(sql: string): Promise<void> | void;
  /** Adds to a table that is there. */
  append(ipc: Uint8Array, table: string): Promise<void> | void;
  /** Makes a table. */
  create(ipc: Uint8Array, table: string): Promise<void> | void;
  close(): Promise<void>;
}

/** An Arrow file is an Arrow stream behind eight bytes. */
const FILE_MARK_BYTES = 8;

/** Locks the database down and gives it the port's shape. */
export async function engineOver(connection: Connection): Promise<Engine> {
  const execute = async (statement: Statement) => {
    try {
      return await connection.query(statement.sql);
    } catch (error) {
      throw new QueryError(statement, error);
    }
  };
  for (const statement of SETTINGS) await execute(statement);
  return {
    run: async (...statements) => {
      const name = statements.map((statement) => statement.name).join(', ');
      const sql = statements.map((statement) => statement.sql).join(';\n');
      await execute({ name, sql });
    },
    query: async (statement, spec) => {
      const table = await execute(castColumns(statement, spec));
      try {
        return decode(table, spec);
      } catch (error) {
        throw new QueryError(statement, error);
      }
    },
    // Emptied and filled again, a table costs three times as much: it remembers each row that was deleted.
    replace: async (name, columns) => {
      const ipc = toIpc(columns);
      const make = async () => {
        try {
          await connection.create(ipc, name);
        } catch (error) {
          throw new QueryError({ name, sql: '' }, error);
        }
      };
      await Promise.all([execute({ name, sql: `drop table if exists ${name}` }), make()]);
    },
    pack: async (statement, spec) => {
      const { name, sql } = typeColumns(statement, spec);
      try {
        return (await connection.read(sql)).subarray(FILE_MARK_BYTES);
      } catch (error) {
        throw new QueryError({ name, sql }, error);
      }
    },
    close: () => connection.close(),
  };
}
