/** The engine over any of DuckDB-WASM's builds: what they share, written once. */
import type { Table } from 'apache-arrow';
import { castColumns, decode, toIpc } from './arrow';
import { QueryError, type Engine, type Statement } from './engine';
import { LOCKDOWN } from './lockdown';

/** What a build of DuckDB-WASM has to offer. */
export interface Connection {
  query(sql: string): Promise<Table> | Table;
  insert(ipc: Uint8Array, table: string): Promise<void> | void;
  close(): Promise<void>;
}

/** Locks the database down and gives it the port's shape. */
export async function engineOver(connection: Connection): Promise<Engine> {
  const execute = async (statement: Statement) => {
    try {
      return await connection.query(statement.sql);
    } catch (error) {
      throw new QueryError(statement, error);
    }
  };
  for (const statement of LOCKDOWN) await execute(statement);
  return {
    run: async (statement) => {
      await execute(statement);
    },
    query: async (statement, spec) => {
      const table = await execute(castColumns(statement, spec));
      try {
        return decode(table, spec);
      } catch (error) {
        throw new QueryError(statement, error);
      }
    },
    insert: async (table, columns) => {
      try {
        await connection.insert(toIpc(columns), table);
      } catch (error) {
        throw new QueryError({ name: `insert into ${table}`, sql: '' }, error);
      }
    },
    close: () => connection.close(),
  };
}
