/** Reads files in workers, one chunk ahead of the consumer. */
import { Failure } from '../../domain/failure';
import type { Chunk } from '../records/chunk';
import type { ReadOptions } from '../ingest';
import type { Layout } from '../layout/layout';
import { Parts } from './parts';
import type { ReadRequest, ReadResponse } from './protocol';
import { PartsInOrder, type PartReading } from './reading-parts';
import type { Source } from '../container/source';
import { startOrFail } from './stopped';
import { WorkerCalls } from './worker-calls';

/** Keeps one idle worker for the next file, because a folder may hold many short files. */
export class ReadingWorkers {
  readonly #start: () => Worker;
  readonly #readersFor: (fileBytes: number) => number;
  #idle: Worker | null = null;

  constructor(start: () => Worker, readersFor: (fileBytes: number) => number) {
    this.#start = start;
    this.#readersFor = readersFor;
  }

  async *read(source: Source, layout: Layout, options: ReadOptions): AsyncGenerator<Chunk> {
    options.signal?.throwIfAborted();
    const isPlain = source.container.type === 'plain';
    const readers = isPlain ? (options.readers ?? this.#readersFor(source.file.size)) : 1;
    const workers = this.#takeWorkers(readers);
    const calls = workers.map(
      (worker) => new WorkerCalls<ReadRequest, ReadResponse>(worker, options.signal),
    );
    let isFinished = false;
    try {
      if (workers.length === 1) yield* chunksOf(calls[0]!, source, layout, options.chunkBytes);
      else yield* partsOf(calls, source, layout, options.chunkBytes);
      isFinished = true;
    } finally {
      if (isFinished) calls[0]!.send({ type: 'forget' });
      for (const call of calls) call.stop();
      for (const worker of workers) {
        if (isFinished && !this.#idle) this.#keep(worker);
        else worker.terminate();
      }
    }
  }

  #takeWorkers(count: number): Worker[] {
    const workers: Worker[] = [];
    try {
      while (workers.length < count) workers.push(this.#takeIdle() ?? startOrFail(this.#start));
    } catch (error) {
      if (workers.length === 0) throw error;
    }
    return workers;
  }

  #keep(worker: Worker): void {
    this.#idle = worker;
    // `onerror` holds only one listener, even if the same worker is kept several times.
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
  calls.send({ type: 'open', source, layout, chunkBytes });
  let next = calls.ask({ type: 'next' });
  for (;;) {
    const response = orThrow(await next);
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
    calls.send({ type: 'open parts', reading });
    return {
      read: async (index, beginning) => {
        const response = orThrow(await calls.ask({ type: 'part', index, beginning }));
        return response.type === 'part' ? response.part : null;
      },
    };
  });
  const { count } = new Parts(file, partBytes, layout.encoding);
  return new PartsInOrder(readers, layout, count).chunks();
}

function orThrow(response: ReadResponse): Exclude<ReadResponse, { readonly type: 'failure' }> {
  if (response.type === 'failure') throw new Failure(response.report);
  return response;
}
