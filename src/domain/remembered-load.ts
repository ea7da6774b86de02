/** What a person lets the page remember about a load: names and aggregates, never lines. */

/** Figures of one restaurant, or of all restaurants (null). */
export interface Figures {
  readonly restaurant: string | null;
  readonly customers: number | null;
  readonly visits: number;
  readonly revenue: bigint | null;
  /** Visits in files that have prices. */
  readonly pricedVisits: number;
}

/** Parallel arrays, because there may be a hundred thousand dishes. */
export interface DishColumns {
  readonly restaurants: readonly string[];
  readonly names: readonly string[];
  readonly orders: readonly number[];
  readonly revenues: readonly (bigint | null)[];
}

export interface Travellers {
  readonly names: readonly string[];
  readonly visited: readonly number[];
  /** Whether this list contains all customers. */
  readonly areAll: boolean;
}

export interface Summary {
  /** All restaurants together first, then each one. */
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
  /** Equal for loads with the same restaurants, dishes and figures. */
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
  /** Resolves to whether it was stored, and why not. */
  write(kept: Kept): Promise<'kept' | 'full' | 'forbidden'>;
  /** Resolves to whether anything was stored. Rejects if it cannot be removed. */
  clear(): Promise<boolean>;
}
