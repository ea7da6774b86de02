/** What is remembered of a load, where a person wants it: names and aggregates, and never a line. */

/** Of a restaurant, or of all together (null). */
export interface Figures {
  readonly restaurant: string | null;
  readonly customers: number | null;
  readonly visits: number;
  readonly revenue: bigint | null;
  /** Those of the files that have prices. */
  readonly pricedVisits: number;
}

/** Column by column, for there may be a hundred thousand. */
export interface DishColumns {
  readonly restaurants: readonly string[];
  readonly names: readonly string[];
  readonly orders: readonly number[];
  readonly revenues: readonly (bigint | null)[];
}

/** The customers who visited the most restaurants, in the order of the table. */
export interface Travellers {
  readonly names: readonly string[];
  readonly visited: readonly number[];
  /** Whether these are all customers. */
  readonly areAll: boolean;
}

export interface Summary {
  /** Of all restaurants together first, then of each. */
  readonly figures: readonly Figures[];
  readonly dishes: DishColumns;
  /** Null where guests' names are hidden, and so are not remembered. */
  readonly guests: {
    readonly travellers: Travellers;
    /** Of each restaurant its most frequent visitor. */
    readonly visitors: readonly (readonly [restaurant: string, visitor: string])[];
  } | null;
}

export interface RememberedFile {
  readonly name: string;
  readonly lines: number;
}

export interface RememberedLoad {
  /** When it was made, in milliseconds. */
  readonly at: number;
  readonly files: readonly RememberedFile[];
  /** The same for loads whose restaurants, dishes and figures are the same. */
  readonly fingerprint: string;
  readonly summary: Summary;
}

export interface Kept {
  /** The latest first; the one behind it is another in content. */
  readonly loads: readonly RememberedLoad[];
  /** Where the files of the latest can be read again. */
  readonly handles: readonly FileSystemHandle[];
}

/** Where it is kept on this device. */
export interface LoadStore {
  /** Null where there is nothing. Rejects where the browser forbids it. */
  read(): Promise<Kept | null>;
  /** Whether it is kept now, and why not. */
  write(kept: Kept): Promise<'kept' | 'full' | 'forbidden'>;
  /** Returns whether there was anything. Rejects where it could not be removed. */
  clear(): Promise<boolean>;
}
