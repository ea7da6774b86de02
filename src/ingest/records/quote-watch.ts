import type { Layout } from '../layout/layout';

/** Fewer columns than this, and a sentence with commas looks like a record. */
const TELLING_COLUMNS = 4;
const ENOUGH_OF_FEW_COLUMNS = 3;

/**
 * Follows a quoted field that goes on over line breaks. What it takes along may be a comment of
 * several lines, or records of their own after a quote that was none.
 */
export class QuoteWatch {
  /** Where the record's first quote is opened that takes others along; 0 while none does. */
  swallowLine = 0;
  readonly #layout: Layout;
  /** The column of the field; -1 while none has gone on. */
  #column = -1;
  /** Of its last line that began within the quotes, from the record's start; -1 in its first line. */
  #lineStart = 0;
  #recordLike = 0;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  beginRecord(): void {
    this.swallowLine = 0;
    this.#column = -1;
  }

  /** A line break at `position` in `bytes`, in the quotes of a column. Returns whether the quote is text. */
  breakLine(
    bytes: Uint8Array,
    recordStart: number,
    position: number,
    field: { readonly column: number; readonly line: number; readonly width: number },
  ): boolean {
    if (this.#column === field.column) {
      const from = recordStart + this.#lineStart;
      if (this.#columns(bytes, from, position) === field.width) this.#recordLike += 1;
    } else {
      this.#column = field.column;
      this.#recordLike = 0;
    }
    this.#lineStart = position + 1 - recordStart;
    const enough = field.width >= TELLING_COLUMNS ? 1 : ENOUGH_OF_FEW_COLUMNS;
    return field.width > 1 && this.#recordLike >= enough && this.isStray(field.line);
  }

  /** Text follows the closing quote: after a line break it was another field's opening one. Returns whether the quote is text. */
  endOddly(column: number, line: number): boolean {
    return this.#column === column && this.isStray(line);
  }

  /** A quote in that line opens nothing. Returns whether it is text for that. */
  isStray(line: number): boolean {
    if (this.#layout.strayQuotesAreText) {
      this.#column = -1;
      return true;
    }
    if (this.swallowLine === 0) this.swallowLine = line;
    return false;
  }

  #columns(bytes: Uint8Array, from: number, end: number): number {
    const { delimiter } = this.#layout.dialect;
    let columns = 1;
    for (let index = from; index < end; index += 1) if (bytes[index] === delimiter) columns += 1;
    return columns;
  }
}
