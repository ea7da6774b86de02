import type { Layout } from '../layout/layout';

/** With fewer columns a sentence with commas looks like a record. */
const TELLING_COLUMNS = 4;
const ENOUGH_OF_FEW_COLUMNS = 3;

/**
 * Follows a quoted field over line breaks. It may contain a comment of several lines, or whole
 * records after a quote that is text.
 */
export class QuoteWatch {
  /** The line of the record's first quote that spans lines; 0 if there is none. */
  swallowLine = 0;
  readonly #layout: Layout;
  /** The column of the field; -1 if it does not span lines. */
  #column = -1;
  /**
   * The offset of its last line that began within the quotes, from the record's start; -1 in its
   * first line.
   */
  #lineStart = 0;
  #recordLike = 0;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  beginRecord(): void {
    this.swallowLine = 0;
    this.#column = -1;
  }

  /** Handles a line break at `position` in a quoted field. Returns whether the quote is text. */
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

  /**
   * Handles text after a closing quote: after a line break it was the opening quote of another
   * field. Returns whether the quote is text.
   */
  endOddly(column: number, line: number): boolean {
    return this.#column === column && this.isStray(line);
  }

  /** A quote in this line opens nothing. Returns whether it is read as text. */
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
