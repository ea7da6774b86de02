/** The engine over DuckDB-WASM's blocking build: the same engine as in the browser, for tests in Node. */
import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { engineOver } from './connection';
import type { Engine } from './engine';

export async function openNodeEngine(): Promise<Engine> {
  const mainModule = createRequire(import.meta.url).resolve(
    '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm',
  );
  const bundle = { mainModule, mainWorker: '' };
  const database = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate();
  database.open({});
  const connection = database.connect();
  return engineOver({
    query: (sql) => connection.query(sql),
    create: (ipc, name) => {
      connection.insertArrowFromIPCStream(ipc, { name, create: true });
    },
    close: () => {
      connection.close();
      database.reset();
      return Promise.resolve();
    },
  });
}
