/** The engine in a worker of the page: downloaded from our own origin, warm before a file is chosen. */
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import asset from 'virtual:duckdb-wasm';
import { engineOver } from './connection';
import { downloadPacked } from './download';
import type { DownloadProgress, Engine } from './engine';

export async function openBrowserEngine(
  onProgress: (progress: DownloadProgress) => void,
): Promise<Engine> {
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
    return await engineOver({
      query: (sql) => orEnded(connection.query(sql)),
      create: (ipc, name) =>
        orEnded(connection.insertArrowFromIPCStream(ipc, { name, create: true })),
      close: end,
    });
  } catch (error) {
    await end();
    throw error;
  } finally {
    URL.revokeObjectURL(wasmUrl);
  }
}
