/** Oddities that are found while a file is read. Only the first examples of each kind are kept. */
import type { TableHeader } from './receipt';
import type { Role } from './roles';

/** An opening quote that is not closed on its own line, even if it is closed on a later line. */
export interface UnclosedQuote {
  readonly line: number;
  readonly linesAfter: number;
}

/** A header between the orders, as in concatenated exports. */
export interface MiddleHeader {
  readonly line: number;
  /**
   * `same` repeats the current header, and `other` replaces it. `unmatched` lacks a role that the
   * current header has, so it is read as a record.
   */
  readonly kind: 'same' | 'other' | 'unmatched';
  readonly missing: readonly Role[];
}

/**
 * Records with a different number of columns than the header, for example after a till was updated.
 */
export interface Drift {
  readonly columns: number;
  readonly records: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** The header proposed for these records; null if their values fit no header clearly. */
  readonly table: TableHeader | null;
}

/** A rejected row that contains the sum of other rows. */
export interface TotalRow {
  readonly line: number;
  readonly label: string;
  /** The price in this row, in hundredths; null if the row has no price. */
  readonly price: bigint | null;
}

/**
 * A line that occurs far more often, with identical values in all columns, than chance explains.
 */
export interface RepeatedLine {
  readonly line: number;
  /** Minimum number of occurrences. */
  readonly times: number;
  readonly restaurant: string;
  readonly dish: string;
  readonly customer: string;
  readonly price: bigint | null;
}

export interface CountedExamples<T> {
  readonly count: number;
  readonly first: readonly T[];
}

export const TIDIED_KINDS = ['trimmed', 'rounded', 'refund', 'zero'] as const;

export interface Tidied {
  readonly kind: (typeof TIDIED_KINDS)[number];
  readonly values: number;
  readonly examples: readonly {
    readonly line: number;
    /**
     * `raw` is the value in the file. `clean` is the cleaned value, or null if cleaning does not
     * change it.
     */
    readonly raw: string;
    readonly clean: string | null;
  }[];
}

export interface Findings {
  readonly unclosedQuotes: CountedExamples<UnclosedQuote>;
  readonly headers: CountedExamples<MiddleHeader>;
  readonly drifts: readonly Drift[];
  readonly totals: CountedExamples<TotalRow>;
  readonly tidied: readonly Tidied[];
  readonly repeats: readonly RepeatedLine[];
}
