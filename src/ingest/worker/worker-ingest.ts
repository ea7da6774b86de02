/** Looking and reading in workers, away from the page's thread. */
import { fetchBlobWorkers } from '../../lib/blob-worker';
import type { Ingest } from '../ingest';
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
    // What comes back from a worker is a copy, and of a copy nobody knows where it came from.
    async sourcesOf(file, signal) {
      return (await looking.sourcesOf(file, signal)).map((source) => ({ ...source, file }));
    },
    async inspect(source, choice, signal) {
      const inspection = await looking.inspect(source, choice, signal);
      return { ...inspection, source: { ...inspection.source, file: source.file } };
    },
    read: (source, layout, options) => reading.read(source, layout, options),
  };
}
