/** Reading files in a worker, one chunk ahead of whoever consumes them. */
import { Failure } from '../lib/failure';
import type { Chunk } from './chunk';
import type { ReadOptions } from './ingest';
import type { Layout } from './layout';
import type { ReadRequest, ReadResponse } from './protocol';
import type { Source } from './source';

/** A worker that has read a file to its end waits for the next: a folder has many, and most are short. */
export class ReadingWorker {
  readonly #start: () => Worker;
  #idle: Worker | null = null;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  async *read(source: Source, layout: Layout, options: ReadOptions): AsyncGenerator<Chunk> {
    options.signal?.throwIfAborted();
    const worker = this.#idle ?? this.#start();
    this.#idle = null;
    let isAtEnd = false;
    const ask = (request: ReadRequest) => {
      worker.postMessage(request);
    };
    const answers = answersOf(worker, options.signal);
    try {
      ask({ type: 'open', source, layout, chunkBytes: options.chunkBytes });
      ask({ type: 'next' });
      for (;;) {
        const response = await answers.next();
        if (response.type === 'end') {
          isAtEnd = true;
          return;
        }
        if (response.type === 'failure') throw new Failure(response.report);
        ask({ type: 'next' });
        yield response.chunk;
      }
    } finally {
      answers.stop();
      if (isAtEnd && !this.#idle) this.#idle = worker;
      else worker.terminate();
    }
  }
}

/** The worker's answers in order, each awaited once. */
function answersOf(
  worker: Worker,
  signal: AbortSignal | undefined,
): { next(): Promise<ReadResponse>; stop(): void } {
  const arrived: ReadResponse[] = [];
  const listening = new AbortController();
  let fault: unknown = null;
  let wake: (() => void) | null = null;
  const fail = (reason: unknown) => {
    fault = reason;
    wake?.();
  };
  const options = { signal: listening.signal };
  const onMessage = (event: MessageEvent<ReadResponse>) => {
    arrived.push(event.data);
    wake?.();
  };
  const onError = (event: ErrorEvent) => {
    fail(new Error(`the reader's worker stopped: ${event.message}`));
  };
  worker.addEventListener('message', onMessage, options);
  worker.addEventListener('error', onError, options);
  signal?.addEventListener(
    'abort',
    () => {
      fail(signal.reason);
    },
    options,
  );
  return {
    async next() {
      while (arrived.length === 0 && fault === null) {
        await new Promise<void>((resolve) => (wake = resolve));
      }
      if (fault !== null) throw fault as Error;
      return arrived.shift()!;
    },
    stop: () => {
      listening.abort();
    },
  };
}
