import type { Role } from './roles';

/**
 * What became of every line of the files: `lines = headerLines + blankLines + recordLines` and
 * `read = kept + rejected`, always. All but `kept` is counted from the bytes, and that by the engine.
 */
export interface Receipt {
  /** Physical lines of all files. */
  readonly lines: number;
  /** Those of headers and of titles above them. */
  readonly headerLines: number;
  readonly blankLines: number;
  readonly recordLines: number;
  /** Records: a quoted line break makes one record of several lines. */
  readonly read: number;
  readonly kept: number;
  readonly rejected: number;
}

/** The columns of a file, and which of them are what to us. */
export interface TableHeader {
  readonly header: readonly string[];
  readonly columns: Readonly<Partial<Record<Role, number>>>;
  /** The one restaurant of a file that has no column for it. */
  readonly restaurant: string | null;
}

/** What each record in rejected_rows.csv begins with, before the file's own columns. */
export const REJECTED_COLUMNS: readonly string[] = ['source_file', 'line', 'reasons'];

/** What a file's one restaurant stands under there, whose own header has no column for it. */
export const REJECTED_RESTAURANT = 'restaurant_names';

/** A record that is in no report, and why. */
export interface Reject {
  readonly source: string;
  /** The physical line where the record starts; the header of the file is line 1. */
  readonly line: number;
  /** Joined by `; `, in the order in which they are documented. */
  readonly reasons: string;
  readonly record:
    | { readonly table: TableHeader; readonly fields: readonly string[] }
    /** Where the columns cannot be told apart. */
    | { readonly table: TableHeader; readonly rawLine: string; readonly lines: number };
}

/** Whether the sums hold. */
export function addsUp({
  lines,
  headerLines,
  blankLines,
  recordLines,
  ...records
}: Receipt): boolean {
  const { read, kept, rejected } = records;
  return lines === headerLines + blankLines + recordLines && read === kept + rejected;
}

export interface ReasonGroup {
  readonly reason: string;
  readonly records: number;
  /** The first that have it. */
  readonly first: readonly Reject[];
}

/** Rejected records: there may be millions of them, so that only the first are at hand. */
export interface Rejects {
  readonly count: number;
  /** A record with several reasons is in several groups; the group with most records comes first. */
  readonly groups: readonly ReasonGroup[];
  /** The headers that records stand under, in the order in which they come. */
  readonly tables: readonly TableHeader[];
  /** Whether there are any whose columns cannot be told apart. */
  readonly hasRawLines: boolean;
  /**
   * All of them in the order of their lines, some at a time and as often as is asked for. What a
   * record stands under is one of the objects in `tables`.
   */
  batches(): AsyncIterable<readonly Reject[]>;
}
