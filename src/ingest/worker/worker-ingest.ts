import { fetchBlobWorkers } from '../../lib/blob-worker';
import type { Ingest } from '../ingest';
import { LookingWorker } from './looking-worker';
import { readersFor } from './readers-for';
import { ReadingWorkers } from './reading-workers';
import workerUrl from './worker.ts?worker&url';

/** Fetches everything the workers need, so that they start offline. Throws if a fetch fails. */
export async function openWorkerIngest(): Promise<Ingest> {
  // The development server serves modules, which can only import each other by URL.
  const startWorker = import.meta.env.DEV
    ? () => new Worker(workerUrl, { type: 'module' })
    : await fetchBlobWorkers(workerUrl);
  const looking = new LookingWorker(startWorker);
  const reading = new ReadingWorkers(startWorker, (bytes) => readersFor(bytes, navigator));
  return {
    // The worker returns copies of the File, but only the original has a path in a dropped folder.
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
