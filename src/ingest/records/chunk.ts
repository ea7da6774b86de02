import type { MiddleHeader, UnclosedQuote } from '../../domain/findings';
import type { TableHeader } from '../../domain/receipt';
import type { PerRole } from '../../domain/roles';
import type { Headers } from '../layout/headers';

/** Distinct raw values of all roles that no earlier chunk of the file had. */
export interface NewValues {
  /** How many there are of each role: those of one come after those of another, in the order of `ROLES`. */
  readonly counts: PerRole<number>;
  readonly code: Int32Array;
  /** Value i is UTF-8 from `offsets[i]` to `offsets[i + 1]` in `bytes`. */
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
  /** 0 where the raw bytes were not UTF-8 and U+FFFD stands for what could not be read. */
  readonly isValid: Uint8Array;
}

/** A record that cannot be an order line, whatever its values are. */
export interface MisshapenRecord {
  readonly line: number;
  /** Physical lines that it covers. */
  readonly lines: number;
  /** Its text is `bytes[start, end)` of the chunk; the beginning of it where it is beyond any size. */
  readonly start: number;
  readonly end: number;
  readonly columns: number;
  /** Its number among the records of the chunk, from 0. */
  readonly record: number;
  readonly reason: 'too few columns' | 'too many columns' | 'unclosed quote';
}

/** What the reader counts, independently of the engine. */
export interface ChunkCounts {
  /** Bytes of the file on the disk that were read for this chunk. */
  readonly bytes: number;
  readonly records: number;
  readonly blankLines: number;
  /** Physical lines of headers between the orders. */
  readonly headerLines: number;
  /** Physical lines that records cover. */
  readonly recordLines: number;
  /** Physical lines, those inside quotes too. */
  readonly lines: number;
}

/** A run of whole records: order lines as codes, and the bytes they were cut from. Plain data, for it crosses from the worker. */
export interface Chunk {
  readonly counts: ChunkCounts;
  /** The physical line of each order line, upwards. */
  readonly line: Int32Array;
  /** Where each order line starts in `bytes`. */
  readonly start: Int32Array;
  /** Of each order line's whole text: lines that are the same have the same. */
  readonly hash: Int32Array;
  /** Per order line the code of its raw value; -1 where the file has no such column. */
  readonly codes: PerRole<Int32Array>;
  readonly values: NewValues;
  readonly misshapen: readonly MisshapenRecord[];
  readonly unclosedQuotes: readonly UnclosedQuote[];
  readonly middleHeaders: readonly MiddleHeader[];
  /** The header that holds for the order lines from a physical line on, upwards; the first for all before it too. */
  readonly tables: readonly { readonly fromLine: number; readonly table: TableHeader }[];
  /** Where in `bytes` there are quotes that open nothing, upwards. */
  readonly strayQuotes: Int32Array;
  /** Those that hold after it. */
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
