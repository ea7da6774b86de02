/** The engine in a worker of the page: downloaded from our own origin, warm before a file is chosen. */
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import asset from 'virtual:duckdb-wasm';
import { castColumns, decode, toIpc } from './arrow';
import { downloadPacked } from './download';
import { QueryError, type DownloadProgress, type Engine, type Statement } from './engine';
import { LOCKDOWN } from './lockdown';

export async function openBrowserEngine(
  onProgress: (progress: DownloadProgress) => void,
): Promise<Engine> {
  const wasm = await downloadPacked(asset, onProgress);
  const wasmUrl = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }));
  const worker = new Worker(workerUrl);
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new Error(`the engine's worker stopped: ${event.message}`));
    });
  });
  died.catch(() => undefined);

  const database = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    await Promise.race([database.instantiate(wasmUrl), died]);
  } finally {
    URL.revokeObjectURL(wasmUrl);
  }
  await database.open({});
  const connection = await database.connect();

  const execute = async (statement: Statement) => {
    try {
      return await Promise.race([connection.query(statement.sql), died]);
    } catch (error) {
      throw new QueryError(statement, error);
    }
  };
  for (const statement of LOCKDOWN) await execute(statement);

  return {
    run: async (statement) => {
      await execute(statement);
    },
    query: async (statement, spec) => decode(await execute(castColumns(statement, spec)), spec),
    insert: async (table, columns) => {
      try {
        const options = { name: table, create: false };
        await Promise.race([connection.insertArrowFromIPCStream(toIpc(columns), options), died]);
      } catch (error) {
        throw new QueryError({ name: `insert into ${table}`, sql: '' }, error);
      }
    },
    close: () => database.terminate(),
  };
}
