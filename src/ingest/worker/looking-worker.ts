/** Inspects files in a worker, because unpacking a workbook would block the page. */
import { Failure } from '../../domain/failure';
import type { Inspection } from '../layout/inspect';
import type { Choice } from '../layout/layout';
import type { LookRequest, LookResponse } from './protocol';
import type { Source } from '../container/source';
import { startOrFail, stoppedFailure } from './stopped';

interface PendingRequest {
  readonly resolve: (response: LookResponse) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Sends all requests to one worker, which the first request starts. Aborting a request terminates
 * the worker, and the next request starts another.
 */
export class LookingWorker {
  readonly #start: () => Worker;
  readonly #pending = new Map<number, PendingRequest>();
  #worker: Worker | null = null;
  #lastId = 0;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  async sourcesOf(file: File, signal?: AbortSignal): Promise<Source[]> {
    const response = await this.#ask((id) => ({ type: 'sourcesOf', id, file }), signal);
    return response.type === 'sources' ? [...response.sources] : [];
  }

  async inspect(source: Source, choice?: Choice, signal?: AbortSignal): Promise<Inspection> {
    const response = await this.#ask((id) => ({ type: 'inspect', id, source, choice }), signal);
    if (response.type !== 'inspection') throw new Error('unexpected response from the worker');
    return response.inspection;
  }

  async #ask(
    request: (id: number) => LookRequest,
    signal: AbortSignal | undefined,
  ): Promise<LookResponse> {
    signal?.throwIfAborted();
    const id = (this.#lastId += 1);
    const worker = this.#open();
    const cancel = () => {
      this.#end(signal?.reason);
    };
    signal?.addEventListener('abort', cancel);
    try {
      const response = await new Promise<LookResponse>((resolve, reject) => {
        this.#pending.set(id, { resolve, reject });
        worker.postMessage(request(id));
      });
      if (response.type === 'failure') throw new Failure(response.report);
      return response;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = startOrFail(this.#start);
    worker.addEventListener('message', ({ data }: MessageEvent<LookResponse>) => {
      this.#pending.get(data.id)?.resolve(data);
      this.#pending.delete(data.id);
    });
    worker.addEventListener('error', (event) => {
      if (worker === this.#worker) this.#end(stoppedFailure(event));
    });
    this.#worker = worker;
    return worker;
  }

  #end(reason: unknown): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }
}
