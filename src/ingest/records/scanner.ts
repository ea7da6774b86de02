import type { Chunk } from './chunk';
import { ChunkBuilder } from './chunk-builder';
import { newDictionaries, type Dictionary } from './dictionary';
import { CR, isBlank, LF, LONGEST_RECORD } from './fields';
import { headersOf } from '../layout/headers';
import { indexOfStop } from './index-of-stop';
import type { Layout } from '../layout/layout';
import { OrderLines, RecordPlace } from './order-lines';
import { QuoteWatch } from './quote-watch';
import { concatenate } from './utf8';

/** The scanner's state between two bytes. It can pause in any state until the next block. */
const enum At {
  RecordStart,
  FieldStart,
  Unquoted,
  Quoted,
  /** After a quote in a quoted field: the quote closes the field or is half of a doubled one. */
  QuoteInQuoted,
}

const KEPT_BYTES = 64 * 1024;

/**
 * Parses delimited UTF-8 from blocks of any size. Returns complete records as dictionary codes with
 * their physical lines. `PlainLines` reads simple lines; all other rules are implemented here.
 *
 * Quotes follow RFC 4180. Where it says nothing, they follow the csv module of Python: a quote
 * inside an unquoted field is text, and so is anything after a closing quote. CRLF, LF and CR each
 * end a line. A line of spaces is blank and not a record.
 */
export class Scanner {
  readonly #layout: Layout;
  readonly #dictionaries: readonly Dictionary[];
  readonly #lines: OrderLines;
  readonly #watch: QuoteWatch;
  readonly #place = new RecordPlace();

  #carry = new Uint8Array(0);
  #at = At.RecordStart;
  /** The number of bytes carried over from earlier blocks, and the last of these bytes. */
  #carriedBytes = 0;
  #lastByte = 0;
  #line: number;
  #isOverlong = false;
  #fieldStart = 0;
  #fieldLine = 0;
  #closingQuote = 0;
  #isQuoted = false;
  #hasEscapes = false;

  constructor(
    layout: Layout,
    dictionaries = newDictionaries(),
    headers = headersOf(layout),
    firstLine = layout.bodyLine,
  ) {
    this.#layout = layout;
    this.#dictionaries = dictionaries;
    this.#line = firstLine;
    this.#watch = new QuoteWatch(layout);
    this.#lines = new OrderLines(layout, dictionaries, headers);
  }

  /** True between two records, where another scanner could continue. */
  get isBetweenRecords(): boolean {
    return this.#at === At.RecordStart;
  }

  /**
   * Returns the records that end in this block. `skip`: the bytes before the first record.
   */
  push(block: Uint8Array<ArrayBuffer>, isLast: boolean, readBytes = block.length, skip = 0): Chunk {
    const bytes = this.#carry.length === 0 ? block : concatenate([this.#carry, block]).bytes;
    const { table } = this.#lines.shape;
    const output = new ChunkBuilder(this.#layout, bytes, readBytes, this.#line, table);
    this.#carriedBytes = this.#carry.length;
    let recordStart = skip;
    let position: number | null = this.#carriedBytes + skip;
    while (position !== null) {
      recordStart = this.#scan(bytes, position, recordStart, output);
      position = this.#resume(bytes, recordStart, output, isLast);
    }
    this.#carry = this.#cutCarry(bytes, recordStart);
    this.#lastByte = block.length > 0 ? block[block.length - 1]! : this.#lastByte;
    return output.finish(this.#dictionaries, this.#line, this.#lines.headers);
  }

  #cutCarry(bytes: Uint8Array<ArrayBuffer>, recordStart: number): Uint8Array<ArrayBuffer> {
    this.#isOverlong ||= bytes.length - recordStart > LONGEST_RECORD;
    return bytes.slice(recordStart, this.#isOverlong ? recordStart + KEPT_BYTES : undefined);
  }

  /** Scans from `from`. Returns the offset of an incomplete last record, else the length. */
  #scan(bytes: Uint8Array, from: number, firstRecordStart: number, output: ChunkBuilder): number {
    const { delimiter, quote } = this.#layout.dialect;
    const end = bytes.length;
    let recordStart = firstRecordStart;
    let position = from;
    while (position < end) {
      switch (this.#at) {
        case At.RecordStart: {
          const byte = bytes[position]!;
          if (byte === LF && this.#byteBefore(bytes, position) === CR) {
            position += 1;
          } else if (byte === LF || byte === CR) {
            position += 1;
            this.#line += 1;
            output.blankLines += 1;
          } else {
            const before = output.recordLines;
            position = this.#lines.addPlain(bytes, position, this.#line, output);
            this.#line += output.recordLines - before;
            if (position < end) this.#beginRecord();
          }
          recordStart = position;
          break;
        }
        case At.FieldStart: {
          this.#isQuoted = bytes[position] === quote;
          this.#hasEscapes = false;
          if (this.#isQuoted) position += 1;
          this.#fieldStart = position - recordStart;
          this.#fieldLine = this.#line;
          this.#at = this.#isQuoted ? At.Quoted : At.Unquoted;
          break;
        }
        case At.Unquoted: {
          position = indexOfStop(bytes, output.view, position, delimiter);
          if (position === end) break;
          this.#endField(position - recordStart);
          position += 1;
          if (bytes[position - 1] === delimiter) {
            this.#at = At.FieldStart;
          } else {
            this.#line += 1;
            position = this.#endRecord(bytes, recordStart, position, output);
            recordStart = position;
          }
          break;
        }
        case At.Quoted: {
          const longest = this.#isOverlong ? end : Math.min(end, recordStart + LONGEST_RECORD);
          let isStray = false;
          while (position < longest && !isStray) {
            const byte = bytes[position]!;
            if (byte === quote) break;
            if (byte === CR || (byte === LF && this.#byteBefore(bytes, position) !== CR)) {
              isStray = this.#breakLine(bytes, recordStart, position);
            }
            position += 1;
          }
          if (!isStray && position >= longest && position < end) {
            isStray = this.#isStrayQuote();
            this.#isOverlong = !isStray;
          }
          if (isStray) {
            position = this.#rereadAsText(recordStart);
          } else if (position < longest) {
            this.#closingQuote = position - recordStart;
            this.#at = At.QuoteInQuoted;
            position += 1;
          }
          break;
        }
        case At.QuoteInQuoted: {
          const byte = bytes[position]!;
          if (byte === delimiter || byte === LF || byte === CR) {
            // The unquoted state handles this byte, which ends the field.
            this.#at = At.Unquoted;
          } else if (byte !== quote && this.#watch.endOddly(this.#lines.column, this.#fieldLine)) {
            position = this.#rereadAsText(recordStart);
          } else {
            this.#hasEscapes = true;
            this.#at = byte === quote ? At.Quoted : At.Unquoted;
            position += 1;
          }
          break;
        }
      }
    }
    return recordStart;
  }

  /** Handles a line break in quotes. Returns true if the opening quote must be read as text. */
  #breakLine(bytes: Uint8Array, recordStart: number, position: number): boolean {
    this.#line += 1;
    if (this.#isOverlong) return false;
    const { column, shape } = this.#lines;
    const field = { column, line: this.#fieldLine, width: shape.width };
    return this.#watch.breakLine(bytes, recordStart, position, field);
  }

  /** Restarts the current field with its opening quote as text. Returns the offset of the quote. */
  #rereadAsText(recordStart: number): number {
    const start = this.#fieldStart - 1;
    this.#place.strayQuotes.push(start);
    this.#line = this.#fieldLine;
    this.#beginText(start);
    return recordStart + start;
  }

  #beginText(fieldStart: number): void {
    this.#isQuoted = false;
    this.#hasEscapes = false;
    this.#fieldStart = fieldStart;
    this.#at = At.Unquoted;
  }

  /**
   * Returns true if the open quote must be read as text. Overlong records are excluded, so that the
   * result does not depend on block boundaries.
   */
  #isStrayQuote(): boolean {
    const isWithin = !this.#isOverlong && this.#fieldStart < LONGEST_RECORD;
    return isWithin && this.#watch.isStray(this.#fieldLine);
  }

  /** Returns where to resume after a full scan, or null if the block is finished. */
  #resume(bytes: Uint8Array, start: number, output: ChunkBuilder, isLast: boolean): number | null {
    const isAtEnd = isLast || bytes.length - start > LONGEST_RECORD;
    if (isAtEnd && this.#at === At.Quoted && this.#isStrayQuote()) return this.#rereadAsText(start);
    if (!isLast || this.#at === At.RecordStart) return null;
    const next = this.#endInput(bytes, start, output);
    return next === bytes.length ? null : next;
  }

  /** Ends the last record. It needs no line break; with an open quote it counts as unclosed. */
  #endInput(bytes: Uint8Array, recordStart: number, output: ChunkBuilder): number {
    const isOpen = this.#at === At.Quoted;
    if (this.#at === At.FieldStart) this.#beginText(bytes.length - recordStart);
    this.#endField(bytes.length - recordStart);
    const last = bytes[bytes.length - 1];
    // A line break inside an open quote has already been counted.
    if (!isOpen || (last !== LF && last !== CR)) this.#line += 1;
    if (!isOpen) return this.#endRecord(bytes, recordStart, bytes.length, output);
    this.#addUnclosed(bytes, recordStart, bytes.length, output);
    this.#at = At.RecordStart;
    return bytes.length;
  }

  /** Returns the byte before `position`. It is wrong only in an overlong record. */
  #byteBefore(bytes: Uint8Array, position: number): number {
    return position === this.#carriedBytes ? this.#lastByte : bytes[position - 1]!;
  }

  #beginRecord(): void {
    this.#at = At.FieldStart;
    this.#place.line = this.#line;
    if (this.#place.strayQuotes.length > 0) this.#place.strayQuotes = [];
    this.#isOverlong = false;
    this.#watch.beginRecord();
    this.#lines.beginRecord();
  }

  /** `end` is an offset from the record's start. */
  #endField(end: number): void {
    const isQuotedWhole = this.#isQuoted && !this.#hasEscapes;
    const valueEnd = isQuotedWhole ? this.#closingQuote : end;
    this.#lines.endField(this.#fieldStart, valueEnd, this.#hasEscapes);
  }

  /** `end` is after the record's line break. Returns the offset to continue from. */
  #endRecord(bytes: Uint8Array, start: number, end: number, output: ChunkBuilder): number {
    this.#at = At.RecordStart;
    if (this.#isOverlong || end - start > LONGEST_RECORD) {
      this.#addUnclosed(bytes, start, end, output);
    } else if (this.#lines.column === 1 && !this.#isQuoted && isBlank(bytes, start, end)) {
      output.blankLines += 1;
    } else {
      this.#putPlace(start, end);
      if (!this.#lines.endRecord(bytes, this.#place, output)) {
        this.#line = this.#place.line;
        return start;
      }
      this.#addUnclosedQuote(output);
    }
    return end;
  }

  #addUnclosed(bytes: Uint8Array, start: number, end: number, output: ChunkBuilder): void {
    const isLonger = this.#isOverlong || end - start > LONGEST_RECORD;
    const keptEnd = isLonger ? Math.min(start + KEPT_BYTES, bytes.length) : end;
    this.#putPlace(start, keptEnd);
    this.#lines.addUnclosed(this.#place, output);
    this.#addUnclosedQuote(output);
  }

  #addUnclosedQuote(output: ChunkBuilder): void {
    const line = this.#watch.unclosedLine;
    if (line > 0) output.unclosedQuotes.push({ line, linesAfter: this.#line - 1 - line });
  }

  #putPlace(start: number, end: number): void {
    this.#place.start = start;
    this.#place.end = end;
    this.#place.lines = this.#line - this.#place.line;
  }
}
