/** Sends requests to a worker that answers each request once and in order. */
import { stoppedFailure } from './stopped';

export class WorkerCalls<Request, Response> {
  readonly #worker: Worker;
  readonly #listening = new AbortController();
  readonly #pending: {
    resolve: (response: Response) => void;
    reject: (reason: unknown) => void;
  }[] = [];
  #fault: { readonly reason: unknown } | null = null;

  /** Aborting `signal` rejects all requests. */
  constructor(worker: Worker, signal?: AbortSignal) {
    this.#worker = worker;
    const options = { signal: this.#listening.signal };
    const onMessage = ({ data }: MessageEvent<Response>) => {
      this.#pending.shift()?.resolve(data);
    };
    const onError = (event: Event) => {
      this.#fail(stoppedFailure(event));
    };
    const onAbort = () => {
      this.#fail(signal?.reason);
    };
    worker.addEventListener('message', onMessage, options);
    worker.addEventListener('error', onError, options);
    // The browser fires `messageerror` if a response does not fit into memory.
    worker.addEventListener('messageerror', onError, options);
    signal?.addEventListener('abort', onAbort, options);
  }

  send(request: Request): void {
    this.#worker.postMessage(request);
  }

  ask(request: Request): Promise<Response> {
    const response = new Promise<Response>((resolve, reject) => {
      if (this.#fault) reject(this.#fault.reason as Error);
      else this.#pending.push({ resolve, reject });
    });
    // If a prefetched response is never awaited, its rejection must not count as unhandled.
    response.catch(() => undefined);
    this.send(request);
    return response;
  }

  stop(): void {
    this.#listening.abort();
  }

  #fail(reason: unknown): void {
    this.#fault ??= { reason };
    for (const { reject } of this.#pending.splice(0)) reject(reason);
  }
}
