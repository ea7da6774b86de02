/** Remembers the last load, if the person wants it, and compares the reports on screen with it. */
import type { Kept, LoadStore, RememberedLoad, Summary } from '../../domain/remembered-load';
import type { Shown } from '../phase';
import type { Store } from '../files/remembered-choices';

const STORE_KEY = 'dishboard:remember';

export type NotRemembered = 'forbidden' | 'full' | 'too many names' | 'stopped';

export interface Comparison {
  readonly before: RememberedLoad;
  readonly now: Summary;
  readonly isSame: boolean;
}

export interface MemoryServices {
  readonly store: Store | null;
  readonly loads: LoadStore;
  /** Summarises the reports; null if there are too many names. */
  summarise(shown: Shown, areGuestsHidden: boolean): Promise<Omit<RememberedLoad, 'at'> | null>;
  handlesOf(shown: Shown): Promise<readonly FileSystemHandle[]>;
  areGuestsHidden(): boolean;
}

export class Memory {
  #isOn = $state(false);
  #isComparing = $state(true);
  #last = $state.raw<Kept | null>(null);
  #fault = $state<NotRemembered | null>(null);
  #comparison = $state.raw<(Comparison & { readonly of: Shown['dataset'] }) | null>(null);
  #isRemembered = $state(false);
  #isPending = $state(false);
  #done: Shown['dataset'] | null = null;
  /** Whether a load is stored. This sets `isPending` before the stored load is read again. */
  #hasKept = false;
  /** Reads and writes run one after the other. */
  #running: Promise<unknown> = Promise.resolve();
  readonly #services: MemoryServices;

  constructor(services: MemoryServices) {
    this.#services = services;
    const kept = this.#readChoice();
    this.#isOn = kept !== null;
    this.#isComparing = kept !== 'uncompared';
    if (this.#isOn) void this.#enqueue(() => this.#readKept());
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  get isComparing(): boolean {
    return this.#isComparing;
  }

  /** The load that was stored when the page opened; null after a new load. */
  get last(): Kept | null {
    return this.#last;
  }

  get fault(): NotRemembered | null {
    return this.#fault;
  }

  get isPending(): boolean {
    return this.#isPending;
  }

  get isRemembered(): boolean {
    return this.#isRemembered;
  }

  comparisonOf(shown: Shown | null): Comparison | null {
    return shown && this.#comparison?.of === shown.dataset ? this.#comparison : null;
  }

  setComparing(isComparing: boolean): void {
    this.#isComparing = isComparing;
    this.#writeChoice(isComparing ? 'yes' : 'uncompared');
  }

  /** Turns remembering on or off. Stores the reports on screen, or deletes the stored load. */
  async setOn(isOn: boolean, shown: Shown | null): Promise<void> {
    this.#isOn = isOn;
    this.#fault = null;
    this.#done = null;
    this.#writeChoice(isOn ? 'yes' : null);
    if (isOn) {
      await this.follow(shown);
      return;
    }
    await this.stop();
    await this.#services.loads.clear().catch(() => undefined);
  }

  /** Clears the state in memory. Once the promise resolves, nothing more is written. */
  async stop(): Promise<void> {
    this.#isOn = false;
    this.#isComparing = true;
    this.#last = null;
    this.#comparison = null;
    this.#isRemembered = false;
    this.#isPending = false;
    this.#hasKept = false;
    this.#fault = null;
    this.#done = null;
    await this.#running.catch(() => undefined);
  }

  /** Compares the reports with the last load, then stores them. Skips the sample. */
  async follow(shown: Shown | null): Promise<void> {
    if (!this.#isOn || !shown || shown.isSample || shown.dataset === this.#done) return;
    this.#done = shown.dataset;
    this.#last = null;
    this.#isRemembered = false;
    this.#isPending = this.#hasKept;
    this.#fault = null;
    await this.#enqueue(async () => {
      try {
        await this.#remember(shown);
      } finally {
        if (this.#done === shown.dataset) this.#isPending = false;
      }
    });
  }

  async dropGuests(): Promise<void> {
    if (!this.#isOn) return;
    await this.#enqueue(async () => {
      const kept = await this.#services.loads.read().catch(() => null);
      if (!kept?.loads.some(({ summary }) => summary.guests)) return;
      await this.#services.loads.write({ ...kept, loads: kept.loads.map(withoutGuests) });
    });
  }

  async #readKept(): Promise<void> {
    try {
      const kept = await this.#services.loads.read();
      this.#hasKept = kept !== null;
      if (this.#isOn && !this.#done) this.#last = kept;
    } catch {
      // The next write reports the failure.
    }
  }

  async #remember(shown: Shown): Promise<void> {
    const services = this.#services;
    const isCurrent = this.#currentOf(shown);
    let kept: Kept | null;
    try {
      kept = await services.loads.read();
    } catch {
      this.#setFault('forbidden', isCurrent);
      return;
    }
    if (!isCurrent()) return;
    this.#isPending = (kept?.loads.length ?? 0) > 0;
    // Waits for the review, because it keeps the engine busy.
    await shown.review.catch(() => undefined);
    if (!isCurrent()) return;
    let own: Omit<RememberedLoad, 'at'> | null;
    try {
      own = await services.summarise(shown, services.areGuestsHidden());
    } catch {
      this.#setFault('stopped', isCurrent);
      return;
    }
    if (!isCurrent()) return;
    if (!own) {
      this.#setFault('too many names', isCurrent);
      return;
    }
    const { fingerprint } = own;
    const other = kept?.loads.find((load) => load.fingerprint !== fingerprint);
    const before = other ?? kept?.loads[0];
    this.#comparison = before
      ? { before, now: own.summary, isSame: !other, of: shown.dataset }
      : null;
    this.#isPending = false;
    const latest = { at: Date.now(), ...own };
    const handles = await services.handlesOf(shown);
    // Checks below whether names are hidden, because the setting can have changed meanwhile.
    const loads = [latest, ...(other ? [other] : [])];
    if (!isCurrent()) return;
    const outcome = await services.loads.write({
      loads: services.areGuestsHidden() ? loads.map(withoutGuests) : loads,
      handles,
    });
    if (outcome !== 'kept') this.#setFault(outcome, isCurrent);
    else if (isCurrent()) this.#isRemembered = this.#hasKept = true;
  }

  #currentOf(shown: Shown): () => boolean {
    // Another tab can have turned remembering off.
    const isWanted = () => this.#services.store === null || this.#readChoice() !== null;
    return () => this.#isOn && this.#done === shown.dataset && isWanted();
  }

  #setFault(fault: NotRemembered, isCurrent: () => boolean): void {
    if (!isCurrent()) return;
    this.#fault = fault;
    if (fault !== 'forbidden') return;
    this.#isOn = false;
    this.#writeChoice(null);
  }

  #enqueue(act: () => Promise<unknown>): Promise<unknown> {
    this.#running = this.#running.then(act, act);
    return this.#running;
  }

  #readChoice(): string | null {
    try {
      return this.#services.store?.getItem(STORE_KEY) ?? null;
    } catch {
      return null;
    }
  }

  #writeChoice(choice: 'yes' | 'uncompared' | null): void {
    try {
      if (choice === null) this.#services.store?.removeItem(STORE_KEY);
      else this.#services.store?.setItem(STORE_KEY, choice);
    } catch {
      // The store is full or forbidden: the choice lasts until the page closes.
    }
  }
}

function withoutGuests(load: RememberedLoad): RememberedLoad {
  return { ...load, summary: { ...load.summary, guests: null } };
}
