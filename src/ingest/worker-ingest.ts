/** Looking and reading in workers, away from the page's thread. */
import type { Ingest } from './ingest';
import { LookingWorker } from './looking-worker';
import { readersFor } from './readers-for';
import { ReadingWorkers } from './reading-workers';

const looking = new LookingWorker(startWorker);
const reading = new ReadingWorkers(startWorker, (bytes) => readersFor(bytes, navigator));

export const workerIngest: Ingest = {
  sourcesOf: (file, signal) => looking.sourcesOf(file, signal),
  inspect: (source, choice, signal) => looking.inspect(source, choice, signal),
  read: (source, layout, options) => reading.read(source, layout, options),
};

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
