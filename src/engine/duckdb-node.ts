import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { createAskingEngine } from './asking';
import { createEngine, type Connection } from './connection';
import type { AskingEngine, Engine } from './engine';

export async function openNodeEngine(): Promise<Engine> {
  return createEngine(await connect());
}

export async function openNodeAsking(): Promise<AskingEngine> {
  return createAskingEngine(await connect());
}

type Database = Awaited<ReturnType<typeof createDuckDB>>;

/** Closed engines, which are reset and opened again, because compiling DuckDB takes seconds. */
const idle: Database[] = [];

async function instantiate(): Promise<Database> {
  const mainModule = createRequire(import.meta.url).resolve(
    '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm',
  );
  const bundle = { mainModule, mainWorker: '' };
  const database = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate();
  return database;
}

async function connect(): Promise<Connection> {
  const database = idle.pop() ?? (await instantiate());
  database.open({});
  const connection = database.connect();
  return {
    query: (sql) => connection.query(sql),
    read: (sql) => connection.useUnsafe((bindings, id) => bindings.runQuery(id, sql)),
    check: (sql) => {
      connection.prepare(sql).close();
    },
    create: (ipc, name) => {
      connection.insertArrowFromIPCStream(ipc, { name, create: true });
    },
    append: (ipc, name) => {
      connection.insertArrowFromIPCStream(ipc, { name, create: false });
    },
    close: () => {
      connection.close();
      database.reset();
      idle.push(database);
      return Promise.resolve();
    },
  };
}
