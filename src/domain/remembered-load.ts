/**
 * What the page remembers about a load if the user allows it: names and sums, never order lines.
 */

/** The totals of one restaurant, or of all restaurants together if `restaurant` is null. */
export interface Figures {
  readonly restaurant: string | null;
  readonly customers: number | null;
  readonly visits: number;
  readonly revenue: bigint | null;
  /** Visits in files that have prices. */
  readonly pricedVisits: number;
}

/** The dishes as parallel arrays, because a load can have a hundred thousand. */
export interface DishColumns {
  readonly restaurants: readonly string[];
  readonly names: readonly string[];
  readonly orders: readonly number[];
  readonly revenues: readonly (bigint | null)[];
}

export interface Travellers {
  readonly names: readonly string[];
  readonly visited: readonly number[];
  /** Whether the lists contain all customers. */
  readonly areAll: boolean;
}

export interface Summary {
  /** The totals of all restaurants together, followed by those of each restaurant. */
  readonly figures: readonly Figures[];
  readonly dishes: DishColumns;
  readonly guests: {
    readonly travellers: Travellers;
    readonly visitors: readonly (readonly [restaurant: string, visitor: string])[];
  } | null;
}

export interface RememberedFile {
  readonly name: string;
  readonly lines: number;
}

export interface RememberedLoad {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly files: readonly RememberedFile[];
  /** Loads with the same restaurants, dishes and totals have the same fingerprint. */
  readonly fingerprint: string;
  readonly summary: Summary;
}

export interface Kept {
  /** Latest first; consecutive loads differ in content. */
  readonly loads: readonly RememberedLoad[];
  /** Handles of the latest load's files, to read them again. */
  readonly handles: readonly FileSystemHandle[];
}

export interface LoadStore {
  /** Resolves to null if nothing is stored. Rejects if the browser forbids storage. */
  read(): Promise<Kept | null>;
  /** Resolves to `kept` if the data was stored, and otherwise to the reason why not. */
  write(kept: Kept): Promise<'kept' | 'full' | 'forbidden'>;
  /** Resolves to whether anything was stored before. Rejects if it cannot be removed. */
  clear(): Promise<boolean>;
}
