/** Reading files in workers, ahead of whoever takes the chunks. */
import { Failure } from '../../domain/failure';
import type { Chunk } from '../records/chunk';
import type { ReadOptions } from '../ingest';
import type { Layout } from '../layout/layout';
import { Parts } from './parts';
import type { ReadRequest, ReadResponse } from './protocol';
import { PartsInOrder, type PartReading } from './reading-parts';
import type { Source } from '../container/source';
import { orNotStarted } from './stopped';
import { WorkerCalls } from './worker-calls';

/** One worker that has read a file to its end waits for the next: a folder has many, and most are short. */
export class ReadingWorkers {
  readonly #start: () => Worker;
  readonly #readersFor: (fileBytes: number) => number;
  #idle: Worker | null = null;

  /** `readersFor`: as how many read a file of a size the fastest. */
  constructor(start: () => Worker, readersFor: (fileBytes: number) => number) {
    this.#start = start;
    this.#readersFor = readersFor;
  }

  async *read(source: Source, layout: Layout, options: ReadOptions): AsyncGenerator<Chunk> {
    options.signal?.throwIfAborted();
    const isPlain = source.container.type === 'plain';
    const readers = isPlain ? (options.readers ?? this.#readersFor(source.file.size)) : 1;
    const workers = this.#upTo(readers);
    const calls = workers.map(
      (worker) => new WorkerCalls<ReadRequest, ReadResponse>(worker, options.signal),
    );
    let isAtEnd = false;
    try {
      if (workers.length === 1) yield* chunksOf(calls[0]!, source, layout, options.chunkBytes);
      else yield* partsOf(calls, source, layout, options.chunkBytes);
      isAtEnd = true;
    } finally {
      if (isAtEnd) calls[0]!.tell({ type: 'forget' });
      for (const call of calls) call.stop();
      for (const worker of workers) {
        if (isAtEnd && !this.#idle) this.#keep(worker);
        else worker.terminate();
      }
    }
  }

  /** As many as the browser gives. Throws a Failure where it gives none. */
  #upTo(count: number): Worker[] {
    const workers: Worker[] = [];
    try {
      while (workers.length < count) workers.push(this.#takeIdle() ?? orNotStarted(this.#start));
    } catch (error) {
      if (workers.length === 0) throw error;
    }
    return workers;
  }

  /** For the next file, unless it fails while it waits. */
  #keep(worker: Worker): void {
    this.#idle = worker;
    // One listener, however often it is kept.
    worker.onerror = () => {
      if (this.#idle === worker) this.#takeIdle()?.terminate();
    };
  }

  #takeIdle(): Worker | null {
    const idle = this.#idle;
    this.#idle = null;
    return idle;
  }
}

type Calls = WorkerCalls<ReadRequest, ReadResponse>;

async function* chunksOf(
  calls: Calls,
  source: Source,
  layout: Layout,
  chunkBytes: number,
): AsyncGenerator<Chunk> {
  calls.tell({ type: 'open', source, layout, chunkBytes });
  let next = calls.ask({ type: 'next' });
  for (;;) {
    const response = opened(await next);
    if (response.type !== 'chunk') return;
    next = calls.ask({ type: 'next' });
    yield response.chunk;
  }
}

function partsOf(
  all: readonly Calls[],
  { file }: Source,
  layout: Layout,
  partBytes: number,
): AsyncGenerator<Chunk> {
  const readers = all.map((calls, reader): PartReading => {
    const reading = { file, layout, partBytes, reader, readers: all.length };
    calls.tell({ type: 'open parts', reading });
    return {
      read: async (index, beginning) => {
        const response = opened(await calls.ask({ type: 'part', index, beginning }));
        return response.type === 'part' ? response.part : null;
      },
    };
  });
  const { count } = new Parts(file, partBytes, layout.encoding);
  return new PartsInOrder(readers, layout, count).chunks();
}

function opened(response: ReadResponse): Exclude<ReadResponse, { readonly type: 'failure' }> {
  if (response.type === 'failure') throw new Failure(response.report);
  return response;
}
