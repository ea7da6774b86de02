/** Looking and reading in workers, away from the page's thread. */
import { fetchBlobWorkers } from '../lib/blob-worker';
import type { Ingest } from './ingest';
import { LookingWorker } from './looking-worker';
import { readersFor } from './readers-for';
import { ReadingWorkers } from './reading-workers';
import workerUrl from './worker.ts?worker&url';

/** Fetches all that it takes, and no more after that. Throws where it does not come. */
export async function openWorkerIngest(): Promise<Ingest> {
  // The development server hands out modules, which find each other by their addresses only.
  const startWorker = import.meta.env.DEV
    ? () => new Worker(workerUrl, { type: 'module' })
    : await fetchBlobWorkers(workerUrl);
  const looking = new LookingWorker(startWorker);
  const reading = new ReadingWorkers(startWorker, (bytes) => readersFor(bytes, navigator));
  return {
    sourcesOf: (file, signal) => looking.sourcesOf(file, signal),
    inspect: (source, choice, signal) => looking.inspect(source, choice, signal),
    read: (source, layout, options) => reading.read(source, layout, options),
  };
}
