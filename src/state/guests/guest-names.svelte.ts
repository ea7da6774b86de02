/** The `Hide guest names` setting. The choice and the key for pseudonyms stay in this browser. */
import type { FailureReport } from '../../domain/failure';
import { HIDDEN } from './hidden';
import { messages } from '../../i18n/locale';
import type { Pseudonyms } from './pseudonyms';
import { hideFailure } from './hidden-failure';
import type { HideCell } from './hidden-records';
import type { Shown } from '../phase';
import type { Store } from '../files/remembered-choices';

const KEY = 'dishboard:guest-key';
const CHOICE = 'dishboard:hide-guests';
const KEY_BYTES = 32;

export interface Hiding {
  makePseudonyms(key: Uint8Array): Pseudonyms;
  hideGuests(shown: Shown, pseudonyms: Pseudonyms): Promise<Shown>;
  hideCell(pseudonyms: Pseudonyms): HideCell;
}

type MaskedReports =
  | { readonly from: Shown; readonly name: 'masked'; readonly shown: Shown }
  | { readonly from: Shown; readonly name: 'failed' };

export class GuestNames {
  #areHidden = $state(false);
  #masked = $state.raw<MaskedReports | null>(null);
  #hideCell = $state.raw<HideCell | null>(null);
  readonly #store: Store | null;
  readonly #load: () => Promise<Hiding>;
  #pseudonyms: Pseudonyms | null = null;

  constructor(store: Store | null, load: () => Promise<Hiding>) {
    this.#store = store;
    this.#load = load;
    this.#areHidden = this.#read(CHOICE) === 'yes';
  }

  get areHidden(): boolean {
    return this.#areHidden;
  }

  setHidden(areHidden: boolean): void {
    this.#areHidden = areHidden;
    this.#write(CHOICE, areHidden ? 'yes' : null);
  }

  /** Returns the reports to show; null until the names are masked. */
  shownOf(shown: Shown | null): Shown | null {
    if (!this.#areHidden || !shown) return shown;
    return this.#masked?.from === shown && this.#masked.name === 'masked'
      ? this.#masked.shown
      : null;
  }

  hasFailed(shown: Shown | null): boolean {
    return this.#areHidden && this.#masked?.from === shown && this.#masked?.name === 'failed';
  }

  /** Masks the names if the setting is on. Returns a function that cancels this. */
  follow(shown: Shown | null): (() => void) | undefined {
    if (!this.#areHidden) {
      this.#masked = null;
      return undefined;
    }
    let isLeft = false;
    const keep = (masked: MaskedReports | null) => {
      if (!isLeft) this.#masked = masked;
    };
    this.#hide(shown).then(keep, () => {
      keep(shown && { from: shown, name: 'failed' });
    });
    return () => {
      isLeft = true;
    };
  }

  cell(text: string, role: Parameters<HideCell>[1]): string {
    if (!this.#areHidden || text.trim() === '') return text;
    return this.#hideCell?.(text, role) ?? HIDDEN;
  }

  failure(report: FailureReport): FailureReport {
    return this.#areHidden ? hideFailure(report, messages().sharing.hiddenCell) : report;
  }

  async #hide(shown: Shown | null): Promise<MaskedReports | null> {
    const hiding = await this.#load();
    this.#pseudonyms ??= hiding.makePseudonyms(this.#keyOf());
    const pseudonyms = this.#pseudonyms;
    this.#hideCell = hiding.hideCell(pseudonyms);
    if (!shown) return null;
    return { from: shown, name: 'masked', shown: await hiding.hideGuests(shown, pseudonyms) };
  }

  /**
   * Returns the stored key or creates one. A key that cannot be stored lasts until the page closes.
   */
  #keyOf(): Uint8Array {
    const kept = this.#read(KEY);
    if (kept !== null && /^[0-9a-f]{64}$/.test(kept)) {
      return Uint8Array.from(kept.match(/../g)!, (digits) => parseInt(digits, 16));
    }
    const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    this.#write(KEY, Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join(''));
    return key;
  }

  #read(name: string): string | null {
    try {
      return this.#store?.getItem(name) ?? null;
    } catch {
      return null;
    }
  }

  #write(name: string, value: string | null): void {
    try {
      if (value === null) this.#store?.removeItem(name);
      else this.#store?.setItem(name, value);
    } catch {
      // The store is full or forbidden: the value lasts until the page closes.
    }
  }
}
