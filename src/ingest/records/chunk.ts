import type { MiddleHeader, UnclosedQuote } from '../../domain/findings';
import type { TableHeader } from '../../domain/receipt';
import type { PerRole } from '../../domain/roles';
import type { Headers } from '../layout/headers';

/** Distinct raw values of all roles that first occur in this chunk. */
export interface NewValues {
  /** Number of values per role. Values are grouped by role, in the order of `ROLES`. */
  readonly counts: PerRole<number>;
  readonly code: Int32Array;
  /** Value i is the UTF-8 text `bytes[offsets[i], offsets[i + 1])`. */
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
  /** 0 if the raw bytes were not valid UTF-8 and contain U+FFFD replacements. */
  readonly isValid: Uint8Array;
}

export interface MisshapenRecord {
  readonly line: number;
  /** Number of physical lines. */
  readonly lines: number;
  /**
   * The record's text is `bytes[start, end)` of the chunk. The text of an overlong record is
   * truncated.
   */
  readonly start: number;
  readonly end: number;
  readonly columns: number;
  readonly record: number;
  readonly reason: 'too few columns' | 'too many columns' | 'unclosed quote';
}

/** The counts of a chunk, which the reader makes independently of the engine. */
export interface ChunkCounts {
  /** Bytes read from the input file for this chunk, before decompression. */
  readonly bytes: number;
  readonly records: number;
  readonly blankLines: number;
  /** Physical lines of headers that repeat between the orders. */
  readonly headerLines: number;
  readonly recordLines: number;
  /** Physical lines, including those inside quotes. */
  readonly lines: number;
}

/**
 * A batch of complete records: their bytes, and the order lines with each value as a dictionary
 * code. It is plain data, so that the worker can post it.
 */
export interface Chunk {
  readonly counts: ChunkCounts;
  /** Physical line of each order line, ascending. */
  readonly line: Int32Array;
  /** Offset of each order line in `bytes`. */
  readonly start: Int32Array;
  /** Hash of each order line's full text. Identical lines have equal hashes. */
  readonly hash: Int32Array;
  /** Code of each order line's raw value; -1 if the source has no column for the role. */
  readonly codes: PerRole<Int32Array>;
  readonly values: NewValues;
  readonly misshapen: readonly MisshapenRecord[];
  readonly unclosedQuotes: readonly UnclosedQuote[];
  readonly middleHeaders: readonly MiddleHeader[];
  /**
   * The headers, ascending by the physical line from which each applies. The first header also
   * applies to earlier lines.
   */
  readonly tables: readonly { readonly fromLine: number; readonly table: TableHeader }[];
  /** Offsets in `bytes` of quotes that are text, ascending. */
  readonly strayQuotes: Int32Array;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
