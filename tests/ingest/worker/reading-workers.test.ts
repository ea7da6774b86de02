import { describe, expect, test } from 'vitest';
import type { Chunk } from '../../../src/ingest/records/chunk';
import type { ReadRequest, ReadResponse } from '../../../src/ingest/worker/protocol';
import { ReadingWorkers } from '../../../src/ingest/worker/reading-workers';
import { csvSource } from '../../support/engine';
import { layoutOf } from '../../support/scan';

class FakeWorker extends EventTarget {
  readonly opened: string[] = [];
  isTerminated = false;
  onerror: (() => void) | null = null;
  responses: ReadResponse[] = [];

  postMessage(request: ReadRequest): void {
    if (request.type === 'open') {
      this.opened.push(request.source.name);
      return;
    }
    if (request.type === 'forget') {
      this.opened.push('nothing');
      return;
    }
    const response = this.responses.shift();
    if (response) {
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: response })));
    }
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

const CHUNK = { counts: {} } as Chunk;
const END: ReadResponse = { type: 'end' };
const ONE: ReadResponse = { type: 'chunk', chunk: CHUNK };

function readingWith(most: number, readers: number, ...answers: ReadResponse[][]) {
  const workers: FakeWorker[] = [];
  const start = () => {
    if (workers.length === most) throw new DOMException('no more workers', 'SecurityError');
    const worker = new FakeWorker();
    worker.responses = answers.shift() ?? [];
    workers.push(worker);
    return worker as unknown as Worker;
  };
  const reader = new ReadingWorkers(start, () => readers);
  const read = (name: string, signal?: AbortSignal) =>
    reader.read(csvSource('x', name), layoutOf(), { chunkBytes: 1, ...(signal && { signal }) });
  return { read, workers };
}

function reading(...answers: ReadResponse[][]) {
  return readingWith(Infinity, 1, ...answers);
}

async function countChunks(chunks: AsyncIterable<Chunk>): Promise<number> {
  let count = 0;
  for await (const chunk of chunks) count += chunk === CHUNK ? 1 : 0;
  return count;
}

describe('ReadingWorkers', () => {
  test('reuses one worker for consecutive files', async () => {
    const { read, workers } = reading([ONE, ONE, END, ONE, END]);
    expect(await countChunks(read('a.csv'))).toBe(2);
    expect(await countChunks(read('b.csv'))).toBe(1);
    expect(workers).toHaveLength(1);
    expect(workers[0]!.opened).toEqual(['a.csv', 'nothing', 'b.csv', 'nothing']);
    expect(workers[0]!.isTerminated).toBe(false);
  });

  test('reads with fewer workers if the browser refuses more', async () => {
    const { read, workers } = readingWith(1, 3, [ONE, ONE, END]);
    expect(await countChunks(read('a.csv'))).toBe(2);
    expect(workers).toHaveLength(1);
  });

  test('rejects if the browser allows no worker', async () => {
    const { read } = readingWith(0, 3);
    await expect(countChunks(read('a.csv'))).rejects.toMatchObject({
      report: { what: 'reader stopped' },
    });
  });

  test('does not reuse a worker that fails while idle', async () => {
    const { read, workers } = reading([ONE, END], [ONE, END]);
    await countChunks(read('a.csv'));
    workers[0]!.onerror!();
    expect(workers[0]!.isTerminated).toBe(true);
    expect(await countChunks(read('b.csv'))).toBe(1);
    expect(workers).toHaveLength(2);
  });

  test('terminates a worker if the consumer stops early', async () => {
    const { read, workers } = reading([ONE, ONE, ONE], [END]);
    for await (const chunk of read('a.csv')) {
      expect(chunk).toBe(CHUNK);
      break;
    }
    expect(workers[0]!.isTerminated).toBe(true);
    expect(await countChunks(read('b.csv'))).toBe(0);
    expect(workers).toHaveLength(2);
  });

  test('terminates the worker on a failure and throws a Failure', async () => {
    const report = { fault: 'input', what: 'unreadable file' } as const;
    const { read, workers } = reading([{ type: 'failure', report }]);
    await expect(countChunks(read('a.csv'))).rejects.toMatchObject({ report });
    expect(workers[0]!.isTerminated).toBe(true);
  });

  test('terminates a busy worker if it is aborted', async () => {
    const { read, workers } = reading([]);
    const abort = new AbortController();
    const done = countChunks(read('a.csv', abort.signal));
    abort.abort(new Error('given up'));
    await expect(done).rejects.toThrow('given up');
    expect(workers[0]!.isTerminated).toBe(true);
  });

  test('rejects if the worker stops', async () => {
    const { read, workers } = reading([]);
    const done = countChunks(read('a.csv'));
    workers[0]!.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await expect(done).rejects.toThrow('out of memory');
    expect(workers[0]!.isTerminated).toBe(true);
  });
});
