import type { DownloadProgress } from '../../engine/engine';
import { once } from '../../lib/once';
import type { Attempt } from '../../lock/attempts';

export type { Attempt, Way } from '../../lock/attempts';

/** Given by the composition root, replaced in tests. */
export interface LockServices<All> {
  /**
   * Fetches all that the page may ever need. A sample that is slow is not waited for once `ownFile` is
   * resolved: it may arrive later, for it is asked for already.
   */
  fetchAll(onProgress: (progress: DownloadProgress) => void, ownFile: Promise<void>): Promise<All>;
  /** From here on no host can be reached. Tells of each request that there is all the same. Null: it stays open. */
  readonly seal: ((onRequest: () => void) => void) | null;
  tryToSend(): Promise<readonly Attempt[]>;
  /** Whether texts can become scripts by a policy only. */
  readonly hasTrustedTypes: boolean;
}

/** The page before its lock, which can reach where it came from, and behind it, where it can reach nothing. */
export class Lock<All> {
  #isClosed = $state(false);
  #requests = $state(0);
  #attempts = $state.raw<readonly Attempt[] | null>(null);
  #isTrying = $state(false);
  readonly #services: LockServices<All>;
  readonly #closing: () => Promise<All>;
  #onProgress: (progress: DownloadProgress) => void = () => undefined;
  #tellOfFile: () => void = () => undefined;

  constructor(services: LockServices<All>) {
    this.#services = services;
    const ownFile = new Promise<void>((resolve) => (this.#tellOfFile = resolve));
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

  /** Of the page since it is closed. */
  get requests(): number {
    return this.#requests;
  }

  /** What became of them; null where nobody has tried. */
  get attempts(): readonly Attempt[] | null {
    return this.#attempts;
  }

  get isTrying(): boolean {
    return this.#isTrying;
  }

  get hasTrustedTypes(): boolean {
    return this.#services.hasTrustedTypes;
  }

  /** Once all is there: rejects where something does not come, stays open, and can be tried again. */
  close(onProgress?: (progress: DownloadProgress) => void): Promise<All> {
    if (onProgress) this.#onProgress = onProgress;
    return this.#closing();
  }

  /** Before a person's own file is read. Rejects as `close` does. */
  closeForFile(): Promise<All> {
    this.#tellOfFile();
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
