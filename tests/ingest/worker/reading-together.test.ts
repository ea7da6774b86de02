import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/ingest/layout/inspect';
import { PartReader } from '../../../src/ingest/worker/part-reader';
import type { ReadRequest, ReadResponse } from '../../../src/ingest/worker/protocol';
import { ReadingWorkers } from '../../../src/ingest/worker/reading-workers';
import { Failure } from '../../../src/domain/failure';
import { csvSource } from '../../support/engine';

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const ORDERS = Array.from({ length: 500 }, (_, n) => `A,tea,Guest ${String(n)},1.50\n`).join('');
const PART_BYTES = 256;

/** A fake worker that reads parts in this thread, and fails at the part `failsAt`. */
class PartsWorker extends EventTarget {
  isTerminated = false;
  readonly #failsAt: number;
  #reader: PartReader | null = null;

  constructor(failsAt: number) {
    super();
    this.#failsAt = failsAt;
  }

  postMessage(request: ReadRequest): void {
    if (request.type === 'open parts') this.#reader = new PartReader(request.reading);
    if (request.type === 'part') void this.#answer(request);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  async #answer({ index, beginning }: ReadRequest & { type: 'part' }): Promise<void> {
    const part = await this.#reader!.read(index, beginning);
    const report = { fault: 'input', what: 'unreadable file' } as const;
    const data: ReadResponse =
      index === this.#failsAt ? { type: 'failure', report } : { type: 'part', part };
    if (!this.isTerminated) this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

async function reading(readers: number, failsAt = -1) {
  const workers: PartsWorker[] = [];
  const start = () => {
    workers.push(new PartsWorker(failsAt));
    return workers.at(-1)! as unknown as Worker;
  };
  const source = csvSource(HEADER + ORDERS);
  const { layout } = await inspect(source);
  const read = (signal?: AbortSignal) =>
    new ReadingWorkers(start, () => readers).read(source, layout, {
      chunkBytes: PART_BYTES,
      ...(signal && { signal }),
    });
  return { read, workers };
}

describe('several reading workers', () => {
  test.each([2, 3])('read the lines in order and keep one of %d workers', async (readers) => {
    const { read, workers } = await reading(readers);
    const lines: number[] = [];
    for await (const { line } of read()) lines.push(...line);
    expect(lines).toEqual(Array.from({ length: 500 }, (_, n) => n + 2));
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([
      false,
      ...new Array<boolean>(readers - 1).fill(true),
    ]);
  });

  test('are all terminated if one fails, and its failure is thrown', async () => {
    const { read, workers } = await reading(2, 5);
    const lines: number[] = [];
    await expect(async () => {
      for await (const { line } of read()) lines.push(...line);
    }).rejects.toThrow(Failure);
    expect(lines.length).toBeGreaterThan(0);
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true);
  });

  test('are all terminated if the load is aborted or the consumer stops', async () => {
    const { read, workers } = await reading(2);
    const abort = new AbortController();
    await expect(async () => {
      for await (const chunk of read(abort.signal)) {
        expect(chunk.line.length).toBeGreaterThan(0);
        abort.abort(new Error('given up'));
      }
    }).rejects.toThrow('given up');
    for await (const chunk of read()) {
      expect(chunk.line.length).toBeGreaterThan(0);
      break;
    }
    expect(workers).toHaveLength(4);
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true);
  });
});
