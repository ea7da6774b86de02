/** What the reader and the checks notice in a file. Only the first examples of each are kept. */
import type { TableHeader } from './receipt';
import type { Role } from './roles';

/** A quote that runs over further lines, whether or not it is closed later. */
export interface UnclosedQuote {
  readonly line: number;
  readonly linesAfter: number;
}

/** A header between the orders, as in concatenated exports. */
export interface MiddleHeader {
  readonly line: number;
  /** `same` and `other` are read as headers. `unmatched` lacks a role and stays a record. */
  readonly kind: 'same' | 'other' | 'unmatched';
  readonly missing: readonly Role[];
}

/** Consecutive records with another number of columns than the header, as after a till's update. */
export interface Drift {
  readonly columns: number;
  readonly records: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Their proposed header; null if their values are ambiguous. */
  readonly table: TableHeader | null;
}

/** A row with the sum of other rows, which is rejected. */
export interface TotalRow {
  readonly line: number;
  readonly label: string;
  /** Its price in hundredths; null if it has none. */
  readonly price: bigint | null;
}

/** An identical line, in all columns, that occurs far more often than by chance. */
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
    /** The value in the file, and the cleaned one; null if it is unchanged. */
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
