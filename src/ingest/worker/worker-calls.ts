/** Sends requests to a worker and matches its responses in order. */
import { stopped } from './stopped';

export class WorkerCalls<Request, Response> {
  readonly #worker: Worker;
  readonly #listening = new AbortController();
  readonly #waiting: { resolve: (answer: Response) => void; reject: (reason: unknown) => void }[] =
    [];
  #fault: { readonly reason: unknown } | null = null;

  /** Rejects all pending requests when `signal` aborts. */
  constructor(worker: Worker, signal?: AbortSignal) {
    this.#worker = worker;
    const options = { signal: this.#listening.signal };
    const onMessage = ({ data }: MessageEvent<Response>) => {
      this.#waiting.shift()?.resolve(data);
    };
    const onError = (event: Event) => {
      this.#fail(stopped(event));
    };
    const onAbort = () => {
      this.#fail(signal?.reason);
    };
    worker.addEventListener('message', onMessage, options);
    worker.addEventListener('error', onError, options);
    // Fires if a response does not fit into memory.
    worker.addEventListener('messageerror', onError, options);
    signal?.addEventListener('abort', onAbort, options);
  }

  /** Sends a message that has no response. */
  tell(request: Request): void {
    this.#worker.postMessage(request);
  }

  ask(request: Request): Promise<Response> {
    const answer = new Promise<Response>((resolve, reject) => {
      if (this.#fault) reject(this.#fault.reason as Error);
      else this.#waiting.push({ resolve, reject });
    });
    // Prevents an unhandled rejection if a prefetched response is never used.
    answer.catch(() => undefined);
    this.tell(request);
    return answer;
  }

  /** Releases the worker. */
  stop(): void {
    this.#listening.abort();
  }

  #fail(reason: unknown): void {
    this.#fault ??= { reason };
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }
}
