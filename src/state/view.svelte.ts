/** What of the reports is looked at. The page's address says it too, so that the way back undoes a pick. */

/** A page's address after the `#`, and the ways to change it. */
export interface Address {
  read(): string;
  /** A step that the way back undoes. */
  push(hash: string): void;
  /** In place of the present one. */
  replace(hash: string): void;
}

/**
 * Positions, never names: an address is sent about and remembered, and what is in a file is nobody's
 * but its owner's. `undefined` where nothing was picked yet, `null` for all restaurants.
 */
export interface Picks {
  readonly restaurant: number | null | undefined;
}

const NOTHING: Picks = { restaurant: undefined };
const ALL = 'all';

export class View {
  #picks = $state.raw<Picks>(NOTHING);
  readonly #address: Address;

  constructor(address: Address) {
    this.#address = address;
    this.#picks = picksOf(address.read());
  }

  get restaurant(): number | null | undefined {
    return this.#picks.restaurant;
  }

  pickRestaurant(restaurant: number | null | undefined): void {
    if (restaurant === this.#picks.restaurant) return;
    this.#picks = { ...this.#picks, restaurant };
    this.#address.push(hashOf(this.#picks));
  }

  /** Other reports: what was picked meant those before. */
  reset(): void {
    if (this.#picks === NOTHING) return;
    this.#picks = NOTHING;
    this.#address.replace('');
  }

  /** The address has changed by itself. */
  follow(): void {
    this.#picks = picksOf(this.#address.read());
  }
}

function picksOf(hash: string): Picks {
  const value = new URLSearchParams(hash).get('restaurant');
  if (value === ALL) return { restaurant: null };
  return value !== null && /^[1-9]\d{0,8}$/.test(value)
    ? { restaurant: Number(value) - 1 }
    : NOTHING;
}

function hashOf({ restaurant }: Picks): string {
  if (restaurant === undefined) return '';
  return `restaurant=${restaurant === null ? ALL : String(restaurant + 1)}`;
}
