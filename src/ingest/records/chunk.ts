import type { MiddleHeader, UnclosedQuote } from '../../domain/findings';
import type { TableHeader } from '../../domain/receipt';
import type { PerRole } from '../../domain/roles';
import type { Headers } from '../layout/headers';

/** Distinct raw values of all roles that no earlier chunk of the file had. */
export interface NewValues {
  /** The number of values per role. Values are grouped by role, in the order of `ROLES`. */
  readonly counts: PerRole<number>;
  readonly code: Int32Array;
  /** Value i is the UTF-8 text `bytes[offsets[i], offsets[i + 1])`. */
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
  /** 0 if the raw bytes were not UTF-8; the text then contains U+FFFD. */
  readonly isValid: Uint8Array;
}

/** A record that cannot be an order line, whatever its values. */
export interface MisshapenRecord {
  readonly line: number;
  /** Physical lines that it covers. */
  readonly lines: number;
  /** Its text is `bytes[start, end)` of the chunk, cut if it is too long to hold. */
  readonly start: number;
  readonly end: number;
  readonly columns: number;
  /** Its index among the records of the chunk. */
  readonly record: number;
  readonly reason: 'too few columns' | 'too many columns' | 'unclosed quote';
}

/** Counts of the reader, which do not depend on the engine. */
export interface ChunkCounts {
  /** Bytes read from disk for this chunk. */
  readonly bytes: number;
  readonly records: number;
  readonly blankLines: number;
  /** Physical lines of headers between the orders. */
  readonly headerLines: number;
  /** Physical lines that records cover. */
  readonly recordLines: number;
  /** Physical lines, including those inside quotes. */
  readonly lines: number;
}

/**
 * A batch of whole records: order lines as codes, and their bytes. Plain data, because it crosses
 * from the worker.
 */
export interface Chunk {
  readonly counts: ChunkCounts;
  /** The physical line of each order line, ascending. */
  readonly line: Int32Array;
  /** The offset of each order line in `bytes`. */
  readonly start: Int32Array;
  /** A hash of each order line's text, so that equal lines have equal hashes. */
  readonly hash: Int32Array;
  /** The code of each order line's raw value per role; -1 if the file has no such column. */
  readonly codes: PerRole<Int32Array>;
  readonly values: NewValues;
  readonly misshapen: readonly MisshapenRecord[];
  readonly unclosedQuotes: readonly UnclosedQuote[];
  readonly middleHeaders: readonly MiddleHeader[];
  /**
   * The header that applies from a physical line on, ascending. The first one also applies before
   * its line.
   */
  readonly tables: readonly { readonly fromLine: number; readonly table: TableHeader }[];
  /** Offsets in `bytes` of quotes that open nothing, ascending. */
  readonly strayQuotes: Int32Array;
  /** The headers that apply after this chunk. */
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
