import type { OfflineNews, Visit } from '../../offline/visit';

/** Given by the composition root, replaced in tests. */
export interface OfflineServices {
  /** Null where the browser keeps nothing, or is not asked to. */
  readonly visit: ((news: OfflineNews) => Pick<Visit, 'begin' | 'settled'>) | null;
  reload(): void;
}

/** What the browser keeps of the site, for a time without a network, and a newer version of it. */
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

  /** Whether the page can be loaded again without a network. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get hasNewVersion(): boolean {
    return this.#takeOver !== null;
  }

  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  /** Once all has come that the page is made of, and before its lock. `fetched`: of that, by its address. */
  async begin(fetched: ReadonlyMap<string, Blob>): Promise<void> {
    await this.#visit?.begin(fetched);
  }

  /** Before a person's own file is read: from here on, nothing is asked of any server. */
  async settled(): Promise<void> {
    await this.#visit?.settled();
  }

  /** Leaves this page, and what was loaded into it. */
  async leaveForNewVersion(): Promise<void> {
    if (!this.#takeOver || this.#isLeaving) return;
    this.#isLeaving = true;
    await this.#takeOver();
    this.#services.reload();
  }
}
