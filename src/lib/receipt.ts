import type { Role } from './roles';

/** What became of every line of the files: `read = kept + rejected`, always. */
export interface Receipt {
  /** Physical lines of all files: those of headers, blank ones and those of records. */
  readonly lines: number;
  readonly headerLines: number;
  readonly blankLines: number;
  /** Records: a quoted line break makes one record of several lines. */
  readonly read: number;
  readonly kept: number;
  readonly rejected: number;
}

/** The columns of a file, and which of them are what to us. */
export interface TableHeader {
  readonly header: readonly string[];
  readonly columns: Readonly<Partial<Record<Role, number>>>;
}

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
    | { readonly rawLine: string; readonly lines: number };
}

/** Each reason with the number of records that have it, the most frequent first. */
export function countReasons(rejects: readonly Reject[]): { reason: string; records: number }[] {
  const counts = new Map<string, number>();
  for (const { reasons } of rejects) {
    for (const reason of reasons.split('; ')) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, records]) => ({ reason, records }))
    .sort((a, b) => b.records - a.records);
}
