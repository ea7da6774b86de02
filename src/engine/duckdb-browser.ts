import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import asset from 'virtual:duckdb-wasm';
import { fetchBlobWorkers } from '../lib/blob-worker';
import { Failure, isOutOfMemory } from '../domain/failure';
import { createAskingEngine } from './asking';
import { createEngine, type Connection } from './connection';
import { downloadPacked, orDownloadFailure } from './download';
import type { AskingEngine, DownloadProgress, Engine } from './engine';
import { EngineEnded } from './loss';

export interface BrowserEngines {
  open(): Promise<Engine>;
  openAsking(): Promise<AskingEngine>;
}

/**
 * Downloads everything that engines need, so that an engine can start offline. Rejects with a
 * Failure.
 */
export async function downloadEngines(
  onProgress: (progress: DownloadProgress) => void,
): Promise<BrowserEngines> {
  const [wasm, startWorker] = await Promise.all([
    downloadPacked(asset, onProgress),
    orDownloadFailure(fetchBlobWorkers(workerUrl)),
  ]);
  const openConnection = () => startOrFail(async () => connect(await wasm.unpack(), startWorker()));
  return {
    open: async () => overConnection(await openConnection(), createEngine),
    openAsking: async () => overConnection(await openConnection(), createAskingEngine),
  };
}

/** Milliseconds after which a start counts as failed. It usually takes a second or two. */
const START_MS = 120_000;

async function startOrFail(start: () => Promise<Connection>): Promise<Connection> {
  try {
    return await start();
  } catch (error) {
    const what = isOutOfMemory(error) ? 'out of memory' : 'engine not started';
    throw Failure.internal(what, error, 'reload page');
  }
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

async function connect(wasm: Uint8Array<ArrayBuffer>, worker: Worker): Promise<Connection> {
  // The requests of DuckDB never settle once their worker has ended, so each one races with
  // `ended`.
  let rejectEnded: (reason: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => (rejectEnded = reject));
  ended.catch(() => undefined);
  worker.addEventListener('error', ({ message = 'it was not started' }: Partial<ErrorEvent>) => {
    rejectEnded(new EngineEnded(`the engine's worker stopped: ${message}`));
  });
  const orEnded = <T>(work: Promise<T>) => Promise.race([work, ended]);
  const end = (): Promise<void> => {
    worker.terminate();
    rejectEnded(new EngineEnded('the engine was closed'));
    return Promise.resolve();
  };

  const startTimer = setTimeout(() => {
    rejectEnded(new EngineEnded('the engine did not start'));
  }, START_MS);
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
    clearTimeout(startTimer);
    URL.revokeObjectURL(wasmUrl);
  }
}
