import type { OfflineNews, Visit } from '../../offline/visit';

/** Provided by main.ts and replaced in tests. */
export interface OfflineServices {
  /** Null without service workers. */
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

  /** Call it after all parts are fetched and before the lock closes. `fetched`: contents by URL. */
  async begin(fetched: ReadonlyMap<string, Blob>): Promise<void> {
    await this.#visit?.begin(fetched);
  }

  /**
   * Resolves when the service worker makes no more requests. Await it before a person's own file is
   * read.
   */
  async settled(): Promise<void> {
    await this.#visit?.settled();
  }

  /** Reloads the page, which drops the load on screen. */
  async leaveForNewVersion(): Promise<void> {
    if (!this.#takeOver || this.#isLeaving) return;
    this.#isLeaving = true;
    await this.#takeOver();
    this.#services.reload();
  }
}
