import { describe, expect, test } from 'vitest';
import type { Chunk } from '../../../src/ingest/records/chunk';
import type { ReadRequest, ReadResponse } from '../../../src/ingest/worker/protocol';
import { ReadingWorkers } from '../../../src/ingest/worker/reading-workers';
import { csvSource } from '../../support/engine';
import { layoutOf } from '../../support/scan';

/** A worker that answers each `next` with what is left. */
class FakeWorker extends EventTarget {
  readonly opened: string[] = [];
  isEnded = false;
  onerror: (() => void) | null = null;
  left: ReadResponse[] = [];

  postMessage(request: ReadRequest): void {
    if (request.type === 'open') {
      this.opened.push(request.source.name);
      return;
    }
    if (request.type === 'forget') {
      this.opened.push('nothing');
      return;
    }
    const response = this.left.shift();
    if (response) {
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: response })));
    }
  }

  terminate(): void {
    this.isEnded = true;
  }
}

const CHUNK = { counts: {} } as Chunk;
const END: ReadResponse = { type: 'end' };
const ONE: ReadResponse = { type: 'chunk', chunk: CHUNK };

/** `most`: workers that the browser starts. */
function readingWith(most: number, readers: number, ...answers: ReadResponse[][]) {
  const workers: FakeWorker[] = [];
  const start = () => {
    if (workers.length === most) throw new DOMException('no more workers', 'SecurityError');
    const worker = new FakeWorker();
    worker.left = answers.shift() ?? [];
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

async function all(chunks: AsyncIterable<Chunk>): Promise<number> {
  let count = 0;
  for await (const chunk of chunks) count += chunk === CHUNK ? 1 : 0;
  return count;
}

describe('reading in a worker', () => {
  test('one file after the other needs one worker', async () => {
    const { read, workers } = reading([ONE, ONE, END, ONE, END]);
    expect(await all(read('a.csv'))).toBe(2);
    expect(await all(read('b.csv'))).toBe(1);
    expect(workers).toHaveLength(1);
    expect(workers[0]!.opened).toEqual(['a.csv', 'nothing', 'b.csv', 'nothing']);
    expect(workers[0]!.isEnded).toBe(false);
  });

  test('where the browser gives fewer than are wanted, those read', async () => {
    const { read, workers } = readingWith(1, 3, [ONE, ONE, END]);
    expect(await all(read('a.csv'))).toBe(2);
    expect(workers).toHaveLength(1);
  });

  test('where it gives none, that is told', async () => {
    const { read } = readingWith(0, 3);
    await expect(all(read('a.csv'))).rejects.toMatchObject({ report: { what: 'reader stopped' } });
  });

  test('one that fails while it waits is not used again', async () => {
    const { read, workers } = reading([ONE, END], [ONE, END]);
    await all(read('a.csv'));
    workers[0]!.onerror!();
    expect(workers[0]!.isEnded).toBe(true);
    expect(await all(read('b.csv'))).toBe(1);
    expect(workers).toHaveLength(2);
  });

  test('a worker that was left before its end is ended', async () => {
    const { read, workers } = reading([ONE, ONE, ONE], [END]);
    for await (const chunk of read('a.csv')) {
      expect(chunk).toBe(CHUNK);
      break;
    }
    expect(workers[0]!.isEnded).toBe(true);
    expect(await all(read('b.csv'))).toBe(0);
    expect(workers).toHaveLength(2);
  });

  test('a failure ends it, and is a Failure here', async () => {
    const report = { fault: 'input', what: 'unreadable file' } as const;
    const { read, workers } = reading([{ type: 'failure', report }]);
    await expect(all(read('a.csv'))).rejects.toMatchObject({ report });
    expect(workers[0]!.isEnded).toBe(true);
  });

  test('giving up ends it, whatever it still does', async () => {
    const { read, workers } = reading([]);
    const abort = new AbortController();
    const done = all(read('a.csv', abort.signal));
    abort.abort(new Error('given up'));
    await expect(done).rejects.toThrow('given up');
    expect(workers[0]!.isEnded).toBe(true);
  });

  test('a worker that stops is told', async () => {
    const { read, workers } = reading([]);
    const done = all(read('a.csv'));
    workers[0]!.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await expect(done).rejects.toThrow('out of memory');
    expect(workers[0]!.isEnded).toBe(true);
  });
});
