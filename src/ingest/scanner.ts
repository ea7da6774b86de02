import { ROLES } from '../lib/roles';
import type { Chunk, MisshapenRecord } from './chunk';
import { ChunkBuilder } from './chunk-builder';
import { Dictionary, HASH_FACTOR, HASH_SEED } from './dictionary';
import { CR, isBlank, LF, unescapeField } from './fields';
import type { Layout } from './layout';
import { concatenate } from './utf8';

/** Where the scanner stands between two bytes; it can stop at any of them for the next block. */
const enum At {
  RecordStart,
  FieldStart,
  Unquoted,
  Quoted,
  /** After a quote in a quoted field: its end, or the first half of a doubled one. */
  QuoteInQuoted,
}

/** A longer record is a quote that was never closed: its text is not held in memory. */
const LONGEST_RECORD = 16 * 1024 * 1024;
const KEPT_OF_LONGER = 64 * 1024;

/**
 * Reads delimited UTF-8 block by block, cut anywhere, and emits whole records as dictionary codes
 * with their physical lines. One pass: a field is hashed while its end is looked for.
 *
 * Quotes are read as RFC 4180 says, and where it is silent as Python's csv module does: a quote
 * inside an unquoted field is text, and so is what follows a closing quote. CRLF, LF and CR each end
 * a line. A line of nothing but spaces is blank, and no record.
 */
export class Scanner {
  readonly #layout: Layout;
  readonly #roleOfColumn: Int8Array;
  readonly #mappedRoles: readonly number[];
  readonly #dictionaries: readonly Dictionary[] = ROLES.map(() => new Dictionary());

  #carry = new Uint8Array(0);
  #at = At.RecordStart;
  #lastByte = 0;
  /** Physical lines begun so far, the current one included. */
  #line: number;
  #recordLine = 0;
  #column = 0;
  #isOverlong = false;
  /** The current field, relative to the start of its record: what follows the quote, if it has one. */
  #fieldStart = 0;
  #closingQuote = 0;
  #hash = HASH_SEED;
  #isQuoted = false;
  #hasEscapes = false;

  /** Of the current record, by role: where the value lies relative to the record's start. */
  readonly #valueStart = new Int32Array(ROLES.length);
  readonly #valueEnd = new Int32Array(ROLES.length);
  readonly #valueHash = new Int32Array(ROLES.length);
  readonly #valueEscaped = new Uint8Array(ROLES.length);

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#line = layout.bodyLine;
    this.#roleOfColumn = new Int8Array(layout.header.length).fill(-1);
    const mapped: number[] = [];
    ROLES.forEach((role, index) => {
      const column = layout.columns[role];
      if (column === undefined) return;
      this.#roleOfColumn[column] = index;
      mapped.push(index);
    });
    this.#mappedRoles = mapped;
  }

  /** The byte before the first block: a line break may be cut there too. */
  startAfter(byte: number): void {
    this.#lastByte = byte;
  }

  /** The records that end in this block; those that are begun wait for the next, unless it is the last. */
  push(block: Uint8Array<ArrayBuffer>, isLast: boolean, readBytes = block.length): Chunk {
    const bytes = this.#carry.length === 0 ? block : concatenate([this.#carry, block]).bytes;
    const output = new ChunkBuilder(bytes, readBytes, this.#line);
    const recordStart = this.#scan(bytes, this.#carry.length, output, isLast);
    this.#carry = this.#cutCarry(bytes, recordStart);
    this.#lastByte = block.length > 0 ? block[block.length - 1]! : this.#lastByte;
    return output.finish(this.#layout, this.#dictionaries, this.#line);
  }

  #cutCarry(bytes: Uint8Array<ArrayBuffer>, recordStart: number): Uint8Array<ArrayBuffer> {
    if (bytes.length - recordStart > LONGEST_RECORD) this.#isOverlong = true;
    return this.#isOverlong
      ? bytes.slice(recordStart, recordStart + KEPT_OF_LONGER)
      : bytes.slice(recordStart);
  }

  /** Returns where the record begins that is not ended yet; the end of the bytes if none is. */
  #scan(bytes: Uint8Array, from: number, output: ChunkBuilder, isLast: boolean): number {
    const { delimiter, quote } = this.#layout.dialect;
    const end = bytes.length;
    let recordStart = 0;
    let position = from;
    while (position < end) {
      switch (this.#at) {
        case At.RecordStart: {
          const byte = bytes[position]!;
          if (byte === LF && this.#byteBefore(bytes, position, from) === CR) {
            position += 1;
          } else if (byte === LF || byte === CR) {
            position += 1;
            this.#line += 1;
            output.blankLines += 1;
          } else {
            this.#beginRecord();
          }
          recordStart = position;
          break;
        }
        case At.FieldStart: {
          this.#isQuoted = bytes[position] === quote;
          this.#hasEscapes = false;
          this.#hash = HASH_SEED;
          if (this.#isQuoted) position += 1;
          this.#fieldStart = position - recordStart;
          this.#at = this.#isQuoted ? At.Quoted : At.Unquoted;
          break;
        }
        case At.Unquoted: {
          let hash = this.#hash;
          let byte = 0;
          while (position < end) {
            byte = bytes[position]!;
            if (byte === delimiter || byte === LF || byte === CR) break;
            hash = Math.imul(hash ^ byte, HASH_FACTOR);
            position += 1;
          }
          this.#hash = hash;
          if (position === end) break;
          this.#endField(position - recordStart);
          position += 1;
          if (byte === delimiter) {
            this.#at = At.FieldStart;
          } else {
            this.#line += 1;
            this.#endRecord(bytes, recordStart, position, output);
            recordStart = position;
          }
          break;
        }
        case At.Quoted: {
          let hash = this.#hash;
          while (position < end) {
            const byte = bytes[position]!;
            if (byte === quote) break;
            if (byte === CR) this.#line += 1;
            else if (byte === LF && this.#byteBefore(bytes, position, from) !== CR) this.#line += 1;
            hash = Math.imul(hash ^ byte, HASH_FACTOR);
            position += 1;
          }
          this.#hash = hash;
          if (position === end) break;
          this.#closingQuote = position - recordStart;
          this.#at = At.QuoteInQuoted;
          position += 1;
          break;
        }
        case At.QuoteInQuoted: {
          const byte = bytes[position]!;
          if (byte === delimiter || byte === LF || byte === CR) {
            // The unquoted state ends the field, at the quote if nothing came after it.
            this.#at = At.Unquoted;
          } else {
            this.#hasEscapes = true;
            this.#at = byte === quote ? At.Quoted : At.Unquoted;
            position += 1;
          }
          break;
        }
      }
    }
    if (!isLast || this.#at === At.RecordStart) return recordStart;
    this.#endInput(bytes, recordStart, output);
    return end;
  }

  /** The last line needs no line break; a quote that is still open has swallowed all up to here. */
  #endInput(bytes: Uint8Array, recordStart: number, output: ChunkBuilder): void {
    const isOpen = this.#at === At.Quoted;
    if (this.#at === At.FieldStart) {
      this.#isQuoted = false;
      this.#hasEscapes = false;
      this.#hash = HASH_SEED;
      this.#fieldStart = bytes.length - recordStart;
    }
    this.#endField(bytes.length - recordStart);
    const last = bytes[bytes.length - 1];
    // A line break inside the open quote has been counted.
    if (!isOpen || (last !== LF && last !== CR)) this.#line += 1;
    if (isOpen) {
      this.#addMisshapen(
        output,
        recordStart,
        this.#keptEnd(recordStart, bytes.length),
        'unclosed quote',
      );
      this.#at = At.RecordStart;
    } else {
      this.#endRecord(bytes, recordStart, bytes.length, output);
    }
  }

  #addMisshapen(
    output: ChunkBuilder,
    start: number,
    end: number,
    reason: MisshapenRecord['reason'],
  ): void {
    const line = this.#recordLine;
    output.addMisshapen({ line, lines: this.#line - line, start, end, reason });
  }

  #byteBefore(bytes: Uint8Array, position: number, from: number): number {
    return position > from ? bytes[position - 1]! : this.#lastByte;
  }

  #beginRecord(): void {
    this.#at = At.FieldStart;
    this.#recordLine = this.#line;
    this.#column = 0;
    this.#isOverlong = false;
  }

  /** `end` is relative to the record's start. */
  #endField(end: number): void {
    const role = this.#column < this.#roleOfColumn.length ? this.#roleOfColumn[this.#column]! : -1;
    this.#column += 1;
    if (role < 0) return;
    this.#valueStart[role] = this.#fieldStart;
    this.#valueEnd[role] = this.#isQuoted && !this.#hasEscapes ? this.#closingQuote : end;
    this.#valueHash[role] = this.#hash;
    this.#valueEscaped[role] = this.#hasEscapes ? 1 : 0;
  }

  /** `end` is just after the record's line break. */
  #endRecord(bytes: Uint8Array, start: number, end: number, output: ChunkBuilder): void {
    this.#at = At.RecordStart;
    const columns = this.#layout.header.length;
    if (this.#isOverlong || end - start > LONGEST_RECORD) {
      this.#addMisshapen(output, start, this.#keptEnd(start, end), 'unclosed quote');
    } else if (this.#column === 1 && !this.#isQuoted && isBlank(bytes, start, end)) {
      output.blankLines += 1;
    } else if (this.#column !== columns) {
      const reason = this.#column < columns ? 'too few columns' : 'too many columns';
      this.#addMisshapen(output, start, end, reason);
    } else {
      this.#addOrderLine(bytes, start, output);
    }
  }

  #keptEnd(start: number, end: number): number {
    return this.#isOverlong || end - start > LONGEST_RECORD ? start + KEPT_OF_LONGER : end;
  }

  #addOrderLine(bytes: Uint8Array, recordStart: number, output: ChunkBuilder): void {
    output.line.push(this.#recordLine);
    output.start.push(recordStart);
    for (const role of this.#mappedRoles) {
      const start = recordStart + this.#valueStart[role]!;
      const end = recordStart + this.#valueEnd[role]!;
      output.codes[role]!.push(
        this.#valueEscaped[role] === 1
          ? this.#codeOfEscaped(role, bytes, start, end)
          : this.#dictionaries[role]!.code(bytes, start, end, this.#valueHash[role]!),
      );
    }
  }

  #codeOfEscaped(role: number, bytes: Uint8Array, start: number, end: number): number {
    const value = unescapeField(bytes, start, end, this.#layout.dialect.quote);
    let hash = HASH_SEED;
    for (const byte of value) hash = Math.imul(hash ^ byte, HASH_FACTOR);
    return this.#dictionaries[role]!.code(value, 0, value.length, hash);
  }
}
