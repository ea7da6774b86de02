import { describe, expect, test } from 'vitest';
import { LookingWorker } from '../../../src/ingest/worker/looking-worker';
import type { LookRequest, LookResponse } from '../../../src/ingest/worker/protocol';
import { Failure } from '../../../src/domain/failure';
import { csvSource } from '../../support/engine';

class FakeWorker extends EventTarget {
  readonly requests: LookRequest[] = [];
  isTerminated = false;

  postMessage(request: LookRequest): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  respond(response: LookResponse): void {
    this.dispatchEvent(new MessageEvent('message', { data: response }));
  }
}

function newWorker() {
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

describe('LookingWorker', () => {
  test('matches responses to requests in any order, with one worker', async () => {
    const { worker, workers } = newWorker();
    const [first, second] = [worker.sourcesOf(file), worker.sourcesOf(file)];
    const [fake] = workers;
    fake!.respond({ type: 'sources', id: 2, sources: [] });
    fake!.respond({ type: 'sources', id: 1, sources: [source] });
    expect(await first).toEqual([source]);
    expect(await second).toEqual([]);
    expect(workers).toHaveLength(1);
    expect(fake!.isTerminated).toBe(false);
  });

  test('rethrows a Failure from the worker', async () => {
    const { worker, workers } = newWorker();
    const look = worker.inspect(source, { headerLine: null });
    expect(workers[0]!.requests).toEqual([
      { type: 'inspect', id: 1, source, choice: { headerLine: null } },
    ]);
    const report = { fault: 'input', what: 'unreadable file' } as const;
    workers[0]!.respond({ type: 'failure', id: 1, report });
    const error = await look.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).report).toEqual(report);
  });

  test('terminates the worker if a request is cancelled, and starts another for the next', async () => {
    const { worker, workers } = newWorker();
    const abort = new AbortController();
    const cancelled = worker.inspect(source, undefined, abort.signal);
    const other = worker.inspect(source);
    abort.abort(new Error('given up'));
    await expect(cancelled).rejects.toThrow('given up');
    await expect(other).rejects.toThrow('given up');
    expect(workers[0]!.isTerminated).toBe(true);
    const next = worker.sourcesOf(file);
    workers[1]!.respond({ type: 'sources', id: 3, sources: [source] });
    expect(await next).toEqual([source]);
    await expect(worker.sourcesOf(file, abort.signal)).rejects.toThrow('given up');
    expect(workers).toHaveLength(2);
  });

  test('ignores a cancellation after the response', async () => {
    const { worker, workers } = newWorker();
    const abort = new AbortController();
    const look = worker.sourcesOf(file, abort.signal);
    workers[0]!.respond({ type: 'sources', id: 1, sources: [source] });
    await look;
    abort.abort();
    expect(workers[0]!.isTerminated).toBe(false);
  });

  test('rejects requests if the worker stops', async () => {
    const { worker, workers } = newWorker();
    const look = worker.sourcesOf(file);
    workers[0]!.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await expect(look).rejects.toThrow('out of memory');
    expect(workers[0]!.isTerminated).toBe(true);
  });
});
