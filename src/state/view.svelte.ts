/** What of the reports is looked at. The page's address says it too, so that the way back undoes a step. */
import type { Subject } from '../pipeline/dataset';

/** Where the page is: what stands after the `#`, and what the browser keeps for it alone. */
export interface Place {
  readonly hash: string;
  readonly kept: unknown;
}

/** A page's address and the ways to change it. */
export interface Address {
  read(): Place;
  /** A step that the way back undoes. */
  push(place: Place): void;
  /** In place of the present one. */
  replace(place: Place): void;
}

/**
 * An address is sent about and remembered, and what is in a file is nobody's but its owner's: so it has
 * a restaurant's position and never a name. What a panel is about is kept beside it, for the way back alone.
 */
interface Looked {
  /** `undefined` where nothing was picked yet, `null` for all restaurants. */
  readonly restaurant: number | null | undefined;
  readonly subject: Subject | null;
}

const NOTHING: Looked = { restaurant: undefined, subject: null };
const ALL = 'all';

export class View {
  #looked = $state.raw<Looked>(NOTHING);
  readonly #address: Address;

  constructor(address: Address) {
    this.#address = address;
    this.follow();
  }

  /** The position of the restaurant that is picked. */
  get restaurant(): number | null | undefined {
    return this.#looked.restaurant;
  }

  /** What the panel is about. */
  get subject(): Subject | null {
    return this.#looked.subject;
  }

  pickRestaurant(restaurant: number | null | undefined): void {
    if (restaurant !== this.restaurant) this.#go({ restaurant, subject: null });
  }

  ask(subject: Subject | null): void {
    if (subject !== this.subject) this.#go({ ...this.#looked, subject });
  }

  /** Other reports: what was looked at was in those before. */
  reset(): void {
    if (this.#looked === NOTHING) return;
    this.#looked = NOTHING;
    this.#address.replace({ hash: '', kept: null });
  }

  /** The address has changed by itself. */
  follow(): void {
    this.#looked = lookedAt(this.#address.read());
  }

  #go(looked: Looked): void {
    this.#looked = looked;
    this.#address.push(placeOf(looked));
  }
}

function lookedAt({ hash, kept }: Place): Looked {
  const parts = new URLSearchParams(hash);
  const restaurant = restaurantOf(parts.get('restaurant'));
  const subject = parts.has('panel') && isSubject(kept) ? kept : null;
  return restaurant === undefined && !subject ? NOTHING : { restaurant, subject };
}

function restaurantOf(value: string | null): Looked['restaurant'] {
  if (value === ALL) return null;
  return value !== null && /^[1-9]\d{0,8}$/.test(value) ? Number(value) - 1 : undefined;
}

function placeOf({ restaurant, subject }: Looked): Place {
  const parts = [
    ...(restaurant === undefined
      ? []
      : [`restaurant=${restaurant === null ? ALL : String(restaurant + 1)}`]),
    ...(subject ? [`panel=${subject.kind}`] : []),
  ];
  return { hash: parts.join('&'), kept: subject && { ...subject } };
}

function isSubject(kept: unknown): kept is Subject {
  if (typeof kept !== 'object' || kept === null) return false;
  const { kind, name } = kept as Partial<Record<keyof Subject, unknown>>;
  return (kind === 'dish' || kind === 'customer') && typeof name === 'string';
}
