import { describe, expect, test } from 'vitest';
import { LookingWorker } from '../../../src/ingest/worker/looking-worker';
import type { LookRequest, LookResponse } from '../../../src/ingest/worker/protocol';
import { Failure } from '../../../src/domain/failure';
import { csvSource } from '../../support/engine';

/** A worker whose answers the test gives. */
class FakeWorker extends EventTarget {
  readonly asked: LookRequest[] = [];
  isEnded = false;

  postMessage(request: LookRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(response: LookResponse): void {
    this.dispatchEvent(new MessageEvent('message', { data: response }));
  }
}

function looking() {
  const workers: FakeWorker[] = [];
  const worker = new LookingWorker(() => {
    const started = new FakeWorker();
    workers.push(started);
    return started as unknown as Worker;
  });
  return { worker, workers };
}

const file = new File(['x'], 'orders.csv');
const source = csvSource('x');

describe('looking in a worker', () => {
  test('gives each look its own answer, in whatever order they come, from one worker', async () => {
    const { worker, workers } = looking();
    const [first, second] = [worker.sourcesOf(file), worker.sourcesOf(file)];
    const [fake] = workers;
    fake!.answer({ type: 'sources', id: 2, sources: [] });
    fake!.answer({ type: 'sources', id: 1, sources: [source] });
    expect(await first).toEqual([source]);
    expect(await second).toEqual([]);
    expect(workers).toHaveLength(1);
    expect(fake!.isEnded).toBe(false);
  });

  test('throws a Failure as if it had been thrown here', async () => {
    const { worker, workers } = looking();
    const look = worker.inspect(source, { headerLine: null });
    expect(workers[0]!.asked).toEqual([
      { type: 'inspect', id: 1, source, choice: { headerLine: null } },
    ]);
    const report = { fault: 'input', what: 'unreadable file' } as const;
    workers[0]!.answer({ type: 'failure', id: 1, report });
    const error = await look.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).report).toEqual(report);
  });

  test('that is given up ends the worker, and the next look starts another', async () => {
    const { worker, workers } = looking();
    const abort = new AbortController();
    const given = worker.inspect(source, undefined, abort.signal);
    const other = worker.inspect(source);
    abort.abort(new Error('given up'));
    await expect(given).rejects.toThrow('given up');
    await expect(other).rejects.toThrow('given up');
    expect(workers[0]!.isEnded).toBe(true);
    const next = worker.sourcesOf(file);
    workers[1]!.answer({ type: 'sources', id: 3, sources: [source] });
    expect(await next).toEqual([source]);
    await expect(worker.sourcesOf(file, abort.signal)).rejects.toThrow('given up');
    expect(workers).toHaveLength(2);
  });

  test('given up after it was answered ends nothing', async () => {
    const { worker, workers } = looking();
    const abort = new AbortController();
    const look = worker.sourcesOf(file, abort.signal);
    workers[0]!.answer({ type: 'sources', id: 1, sources: [source] });
    await look;
    abort.abort();
    expect(workers[0]!.isEnded).toBe(false);
  });

  test('tells of a worker that has stopped', async () => {
    const { worker, workers } = looking();
    const look = worker.sourcesOf(file);
    workers[0]!.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await expect(look).rejects.toThrow('out of memory');
    expect(workers[0]!.isEnded).toBe(true);
  });
});
