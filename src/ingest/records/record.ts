import type { TableHeader } from '../../domain/receipt';
import type { Chunk } from './chunk';
import { CR, LF, unescapeField } from './fields';
import type { Dialect } from '../layout/layout';
import { decodeUtf8, isValidUtf8 } from './utf8';

export interface RecordText {
  readonly fields: readonly string[];
  readonly end: number;
  readonly lines: number;
  /** False if the bytes end inside a quote or before a line break. */
  readonly isComplete: boolean;
  readonly isOpenQuote: boolean;
  readonly isValidUtf8: boolean;
}

const NO_QUOTES = new Int32Array(0);

/**
 * Reads one record by the scanner's rules, for headers, previews and rejected records.
 * `strayQuotes` holds the offsets of quotes that are text.
 */
export function readRecord(
  bytes: Uint8Array,
  start: number,
  dialect: Dialect,
  strayQuotes: { indexOf(position: number): number } = NO_QUOTES,
): RecordText {
  const { delimiter, quote } = dialect;
  const fields: string[] = [];
  let position = start;
  let lines = 1;
  for (;;) {
    const isQuoted = bytes[position] === quote && strayQuotes.indexOf(position) < 0;
    const fieldStart = isQuoted ? position + 1 : position;
    let isInQuotes = isQuoted;
    position = fieldStart;
    for (; position < bytes.length; position += 1) {
      const byte = bytes[position]!;
      if (isInQuotes) {
        if (byte === CR || (byte === LF && bytes[position - 1] !== CR)) lines += 1;
        if (byte !== quote) continue;
        if (bytes[position + 1] === quote) position += 1;
        else isInQuotes = false;
      } else if (byte === delimiter || byte === LF || byte === CR) break;
    }
    const field = isQuoted
      ? unescapeField(bytes, fieldStart, position, quote)
      : bytes.subarray(fieldStart, position);
    fields.push(decodeUtf8(field));
    if (position < bytes.length && bytes[position] === delimiter) {
      position += 1;
      continue;
    }
    const isComplete = position < bytes.length;
    const isCrLf = bytes[position] === CR && bytes[position + 1] === LF;
    const end = Math.min(bytes.length, position + (isCrLf ? 2 : 1));
    return {
      fields,
      end,
      lines,
      isComplete,
      isOpenQuote: isInQuotes,
      isValidUtf8: isValidUtf8(bytes.subarray(start, end)),
    };
  }
}

/**
 * Reads the order line that starts at a physical line of the chunk. Throws a RangeError if no order
 * line starts there.
 */
export function orderLine(
  chunk: Chunk,
  line: number,
  dialect: Dialect,
): { readonly table: TableHeader; readonly fields: readonly string[] } {
  const index = indexOfSorted(chunk.line, line);
  const { fields } = readRecord(chunk.bytes, chunk.start[index]!, dialect, chunk.strayQuotes);
  const { table } = chunk.tables.findLast(({ fromLine }) => fromLine <= line) ?? chunk.tables[0]!;
  return { table, fields };
}

export function rawText(chunk: Chunk, record: { start: number; end: number }): string {
  return decodeUtf8(chunk.bytes.subarray(record.start, record.end)).replace(/(\r\n|\n|\r)$/, '');
}

function indexOfSorted(values: Int32Array, wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  if (values[low] !== wanted)
    throw new RangeError(`no order line starts at line ${String(wanted)}`);
  return low;
}
