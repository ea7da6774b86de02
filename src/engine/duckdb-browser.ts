/** The engine in a worker of the page: downloaded from our own origin, warm before a file is chosen. */
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import asset from 'virtual:duckdb-wasm';
import { askingOver } from './asking';
import { engineOver, type Connection } from './connection';
import { downloadPacked } from './download';
import type { AskingEngine, DownloadProgress, Engine, PackedPart } from './engine';

export async function openBrowserEngine(
  onProgress: (progress: DownloadProgress) => void,
): Promise<Engine> {
  return overConnection(await connect(onProgress), engineOver);
}

/** In a worker of its own: what it does leaves the page's engine alone, and ends with the worker. */
export async function openBrowserAsking(parts: AsyncIterable<PackedPart>): Promise<AskingEngine> {
  const connection = await connect(() => undefined);
  return overConnection(connection, () => askingOver(connection, parts));
}

async function overConnection<T>(
  connection: Connection,
  make: (connection: Connection) => Promise<T>,
): Promise<T> {
  try {
    return await make(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function connect(onProgress: (progress: DownloadProgress) => void): Promise<Connection> {
  const wasm = await downloadPacked(asset, onProgress);
  const worker = new Worker(workerUrl);
  // DuckDB's own requests never settle once their worker is gone: each of ours is raced with its end.
  let tellEnd: (reason: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => (tellEnd = reject));
  ended.catch(() => undefined);
  worker.addEventListener('error', (event) => {
    tellEnd(new Error(`the engine's worker stopped: ${event.message}`));
  });
  const orEnded = <T>(work: Promise<T>) => Promise.race([work, ended]);
  const end = (): Promise<void> => {
    worker.terminate();
    tellEnd(new Error('the engine was closed'));
    return Promise.resolve();
  };

  const wasmUrl = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }));
  try {
    const database = new AsyncDuckDB(new VoidLogger(), worker);
    await orEnded(database.instantiate(wasmUrl));
    await orEnded(database.open({}));
    const connection = await orEnded(database.connect());
    return {
      query: (sql) => orEnded(connection.query(sql)),
      read: (sql) => orEnded(connection.useUnsafe((bindings, id) => bindings.runQuery(id, sql))),
      check: async (sql) => {
        const statement = await orEnded(connection.prepare(sql));
        await orEnded(statement.close());
      },
      create: (ipc, name) =>
        orEnded(connection.insertArrowFromIPCStream(ipc, { name, create: true })),
      append: (ipc, name) =>
        orEnded(connection.insertArrowFromIPCStream(ipc, { name, create: false })),
      close: end,
    };
  } catch (error) {
    await end();
    throw error;
  } finally {
    URL.revokeObjectURL(wasmUrl);
  }
}
