import type { Role } from './roles';

/**
 * Accounts for every line of the files. Two equations always hold: `lines = headerLines +
 * blankLines + recordLines` and `read = kept + rejected`. The engine counts `kept`; the reader
 * counts the rest from the bytes.
 */
export interface Receipt {
  readonly lines: number;
  /** Physical lines of headers and of titles above them. */
  readonly headerLines: number;
  readonly blankLines: number;
  readonly recordLines: number;
  /** Number of records; a quoted line break makes a record span several lines. */
  readonly read: number;
  readonly kept: number;
  readonly rejected: number;
}

export interface TableHeader {
  readonly header: readonly string[];
  readonly columns: Readonly<Partial<Record<Role, number>>>;
  /** The name of the restaurant if the file has no column for restaurants. */
  readonly restaurant: string | null;
}

/** The first columns of rejected_rows.csv, before the file's own columns. */
export const REJECTED_COLUMNS: readonly string[] = ['source_file', 'line', 'reasons'];

/**
 * The column for the restaurant's name, which rejected_rows.csv adds if the file has no such
 * column.
 */
export const REJECTED_RESTAURANT = 'restaurant_names';

export interface Reject {
  readonly source: string;
  readonly line: number;
  /** The reasons for the rejection, joined by `; `, in the order of the documentation. */
  readonly reasons: string;
  readonly record:
    | { readonly table: TableHeader; readonly fields: readonly string[] }
    /** Used if the record cannot be split into columns. */
    | { readonly table: TableHeader; readonly rawLine: string; readonly lines: number };
}

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
  readonly first: readonly Reject[];
}

/** All rejected records. There may be millions, so `groups` contains only examples. */
export interface Rejects {
  readonly count: number;
  /** A record with several reasons is in several groups. The largest group comes first. */
  readonly groups: readonly ReasonGroup[];
  readonly tables: readonly TableHeader[];
  /** Whether any record could not be split into columns. */
  readonly hasRawLines: boolean;
  /**
   * Iterates over all records by line, in batches; can be called repeatedly. Each record's `table`
   * is one of the objects in `tables`.
   */
  batches(): AsyncIterable<readonly Reject[]>;
}
