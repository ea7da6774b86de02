import type { OfflineNews, Visit } from '../../offline/visit';

/** Provided by main.ts and replaced in tests. */
export interface OfflineServices {
  /** Null if the browser has no service workers. */
  readonly visit: ((news: OfflineNews) => Pick<Visit, 'begin' | 'settled'>) | null;
  reload(): void;
}

export class Offline {
  #isReady = $state(false);
  #takeOver = $state.raw<(() => Promise<void>) | null>(null);
  #isLeaving = $state(false);
  readonly #services: OfflineServices;
  readonly #visit: Pick<Visit, 'begin' | 'settled'> | null;

  constructor(services: OfflineServices) {
    this.#services = services;
    this.#visit =
      services.visit?.({
        onReady: () => {
          this.#isReady = true;
        },
        onNewVersion: (takeOver) => {
          this.#takeOver = takeOver;
        },
      }) ?? null;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get hasNewVersion(): boolean {
    return this.#takeOver !== null;
  }

  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  /**
   * Hands the fetched parts to the service worker. Call this after all parts are fetched and before
   * the lock closes. `fetched` maps URLs to contents.
   */
  async begin(fetched: ReadonlyMap<string, Blob>): Promise<void> {
    await this.#visit?.begin(fetched);
  }

  /**
   * Resolves when the service worker makes no more requests. Await this before a person's own file
   * is read.
   */
  async settled(): Promise<void> {
    await this.#visit?.settled();
  }

  /** Reloads the page with its new version. The reports on screen are lost. */
  async leaveForNewVersion(): Promise<void> {
    if (!this.#takeOver || this.#isLeaving) return;
    this.#isLeaving = true;
    await this.#takeOver();
    this.#services.reload();
  }
}
