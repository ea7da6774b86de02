import type { DownloadProgress } from '../../engine/engine';
import { once } from '../../lib/once';
import type { Attempt } from '../../lock/attempts';

export type { Attempt, Way } from '../../lock/attempts';

/** Provided by main.ts and replaced in tests. */
export interface LockServices<All> {
  /**
   * Fetches everything that the page can need. Once `ownFile` resolves, it stops waiting for the
   * sample, but a pending request can still finish.
   */
  fetchAll(onProgress: (progress: DownloadProgress) => void, ownFile: Promise<void>): Promise<All>;
  /**
   * Blocks all requests from now on, and calls `onRequest` for each request that still happens. If
   * null, the page stays unlocked.
   */
  readonly seal: ((onRequest: () => void) => void) | null;
  tryToSend(): Promise<readonly Attempt[]>;
  /** Whether the browser enforces Trusted Types. */
  readonly hasTrustedTypes: boolean;
}

/**
 * Blocks the page's requests. Before the lock closes, the page can reach its own server; afterwards
 * it can reach no server.
 */
export class Lock<All> {
  #isClosed = $state(false);
  #requests = $state(0);
  #attempts = $state.raw<readonly Attempt[] | null>(null);
  #isTrying = $state(false);
  readonly #services: LockServices<All>;
  readonly #closing: () => Promise<All>;
  #onProgress: (progress: DownloadProgress) => void = () => undefined;
  #resolveOwnFile: () => void = () => undefined;

  constructor(services: LockServices<All>) {
    this.#services = services;
    const ownFile = new Promise<void>((resolve) => (this.#resolveOwnFile = resolve));
    this.#closing = once(async () => {
      const onProgress = (progress: DownloadProgress) => {
        this.#onProgress(progress);
      };
      const all = await services.fetchAll(onProgress, ownFile);
      services.seal?.(() => {
        this.#requests += 1;
      });
      this.#isClosed = services.seal !== null;
      return all;
    });
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Requests since the lock closed; any would be a bug. */
  get requests(): number {
    return this.#requests;
  }

  get attempts(): readonly Attempt[] | null {
    return this.#attempts;
  }

  get isTrying(): boolean {
    return this.#isTrying;
  }

  get hasTrustedTypes(): boolean {
    return this.#services.hasTrustedTypes;
  }

  /**
   * Resolves once everything is fetched and the lock is closed. If a fetch fails, it rejects, the
   * lock stays open, and the next call retries.
   */
  close(onProgress?: (progress: DownloadProgress) => void): Promise<All> {
    if (onProgress) this.#onProgress = onProgress;
    return this.#closing();
  }

  /**
   * Closes the lock without waiting for the sample. Call this before a person's own file is read.
   * Rejects like `close`.
   */
  closeForFile(): Promise<All> {
    this.#resolveOwnFile();
    return this.#closing();
  }

  async tryToSend(): Promise<void> {
    if (!this.#isClosed || this.#isTrying) return;
    this.#isTrying = true;
    try {
      this.#attempts = await this.#services.tryToSend();
    } finally {
      this.#isTrying = false;
    }
  }
}
