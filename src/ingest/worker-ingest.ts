/** Looking and reading in workers; a file is read one chunk ahead of whoever consumes them. */
import { Failure } from '../lib/failure';
import type { Chunk } from './chunk';
import type { Ingest, ReadOptions } from './ingest';
import type { Layout } from './layout';
import { LookingWorker } from './looking-worker';
import type { ReadRequest, ReadResponse } from './protocol';
import type { Source } from './source';

const looking = new LookingWorker(startWorker);

export const workerIngest: Ingest = {
  sourcesOf: (file, signal) => looking.sourcesOf(file, signal),
  inspect: (source, choice, signal) => looking.inspect(source, choice, signal),
  read,
};

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

async function* read(source: Source, layout: Layout, options: ReadOptions): AsyncGenerator<Chunk> {
  options.signal?.throwIfAborted();
  const worker = startWorker();
  const ask = (request: ReadRequest) => {
    worker.postMessage(request);
  };
  const responses = responsesOf(worker, options.signal);
  try {
    ask({ type: 'open', source, layout, chunkBytes: options.chunkBytes });
    ask({ type: 'next' });
    for (;;) {
      const response = await responses.next();
      if (response.type === 'end') return;
      if (response.type === 'failure') throw new Failure(response.report);
      ask({ type: 'next' });
      yield response.chunk;
    }
  } finally {
    worker.terminate();
  }
}

/** The worker's answers in order, each awaited once. */
function responsesOf(
  worker: Worker,
  signal: AbortSignal | undefined,
): { next(): Promise<ReadResponse> } {
  const arrived: ReadResponse[] = [];
  let fault: unknown = null;
  let wake: (() => void) | null = null;
  const fail = (reason: unknown) => {
    fault = reason;
    wake?.();
  };
  worker.addEventListener('message', (event: MessageEvent<ReadResponse>) => {
    arrived.push(event.data);
    wake?.();
  });
  worker.addEventListener('error', (event) => {
    fail(new Error(`the reader's worker stopped: ${event.message}`));
  });
  signal?.addEventListener('abort', () => {
    fail(signal.reason);
  });
  return {
    async next() {
      while (arrived.length === 0 && fault === null) {
        await new Promise<void>((resolve) => (wake = resolve));
      }
      if (fault !== null) throw fault as Error;
      return arrived.shift()!;
    },
  };
}
