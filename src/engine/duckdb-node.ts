/** The engine over DuckDB-WASM's blocking build: the same engine as in the browser, for tests in Node. */
import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { castColumns, decode, toIpc } from './arrow';
import { QueryError, type Engine, type Statement } from './engine';
import { LOCKDOWN } from './lockdown';

export async function openNodeEngine(): Promise<Engine> {
  const mainModule = createRequire(import.meta.url).resolve(
    '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm',
  );
  const bundle = { mainModule, mainWorker: '' };
  const database = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate();
  database.open({});
  const connection = database.connect();

  const execute = (statement: Statement) => {
    try {
      return connection.query(statement.sql);
    } catch (error) {
      throw new QueryError(statement, error);
    }
  };
  LOCKDOWN.forEach(execute);

  return {
    run: async (statement) => {
      execute(statement);
    },
    query: async (statement, spec) => decode(execute(castColumns(statement, spec)), spec),
    insert: async (table, columns) => {
      try {
        connection.insertArrowFromIPCStream(toIpc(columns), { name: table, create: false });
      } catch (error) {
        throw new QueryError({ name: `insert into ${table}`, sql: '' }, error);
      }
    },
    close: async () => {
      connection.close();
      database.reset();
    },
  };
}
