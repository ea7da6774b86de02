import type { Table } from 'apache-arrow';
import { castColumns, decode, toIpc, typeColumns } from './arrow';
import { QueryError, type Engine, type Statement } from './engine';
import { SETTINGS } from './settings';

export interface Connection {
  query(sql: string): Promise<Table> | Table;
  read(sql: string): Promise<Uint8Array> | Uint8Array;
  check(sql: string): Promise<void> | void;
  append(ipc: Uint8Array, table: string): Promise<void> | void;
  create(ipc: Uint8Array, table: string): Promise<void> | void;
  close(): Promise<void>;
}

/** The length of the mark at the start of an Arrow file, which is followed by an Arrow stream. */
const FILE_MARK_BYTES = 8;

export async function createEngine(connection: Connection): Promise<Engine> {
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
    // The table is dropped, because deleting rows takes three times as long: DuckDB keeps track of
    // deleted rows.
    replace: async (name, columns) => {
      const ipc = toIpc(columns);
      const create = async () => {
        try {
          await connection.create(ipc, name);
        } catch (error) {
          throw new QueryError({ name, sql: '' }, error);
        }
      };
      await Promise.all([execute({ name, sql: `drop table if exists ${name}` }), create()]);
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
