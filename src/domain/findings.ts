/** What was noticed about a table of orders while it was read. Of what may come by the million, the first few are kept. */
import type { TableHeader } from './receipt';
import type { Role } from './roles';

/** A quote that took whole lines along, closed at last or not. */
export interface UnclosedQuote {
  /** The physical line where the quote is opened. */
  readonly line: number;
  /** Physical lines after it that are in the same record. */
  readonly linesAfter: number;
}

/** A header between the orders, as where exports were laid end to end. */
export interface MiddleHeader {
  readonly line: number;
  /** `same` and `other` are read as headers; an `unmatched` one lacks a role, and stays a record. */
  readonly kind: 'same' | 'other' | 'unmatched';
  readonly missing: readonly Role[];
}

/** Records in a row with another number of columns than the header has, as after a till's update. */
export interface Drift {
  readonly columns: number;
  readonly records: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Which of their columns is what, where their values leave no doubt. */
  readonly table: TableHeader | null;
}

/** A row that adds the others up: no order, and so in no report. */
export interface TotalRow {
  readonly line: number;
  /** What it calls itself, `Total` for one. */
  readonly label: string;
  /** What is in its price column, in hundredths; null where there is no price. */
  readonly price: bigint | null;
}

/** One and the same line, all its columns included, that came far more often than by chance. */
export interface RepeatedLine {
  /** Where it was first seen. */
  readonly line: number;
  /** At least so often. */
  readonly times: number;
  readonly restaurant: string;
  readonly dish: string;
  readonly customer: string;
  readonly price: bigint | null;
}

/** How often something was noticed, and the first few. */
export interface Noticed<T> {
  readonly count: number;
  readonly first: readonly T[];
}

export const TIDIED_KINDS = ['trimmed', 'rounded', 'refund', 'zero'] as const;

/** What cleaning did to values of kept lines, or what is worth knowing of them. */
export interface Tidied {
  readonly kind: (typeof TIDIED_KINDS)[number];
  /** Values in kept lines. */
  readonly values: number;
  readonly examples: readonly {
    readonly line: number;
    /** As it stands in the file, and what became of it; a price that was left alone has only the one. */
    readonly raw: string;
    readonly clean: string | null;
  }[];
}

export interface Findings {
  readonly unclosedQuotes: Noticed<UnclosedQuote>;
  readonly headers: Noticed<MiddleHeader>;
  readonly drifts: readonly Drift[];
  readonly totals: Noticed<TotalRow>;
  /** In the order of `TIDIED_KINDS`, those that there are. */
  readonly tidied: readonly Tidied[];
  /** The most frequent first. */
  readonly repeats: readonly RepeatedLine[];
}
