import type { Layout } from '../layout/layout';

/** With fewer columns, a sentence with commas can look like a record. */
const MIN_RELIABLE_COLUMNS = 4;
const MIN_RECORDS_WITH_FEW_COLUMNS = 3;

/**
 * Watches quoted fields with line breaks, to tell a comment of several lines from a stray quote
 * that swallows records.
 */
export class QuoteWatch {
  /** Line of the record's first unclosed quote; 0 if there is none. */
  unclosedLine = 0;
  readonly #layout: Layout;
  /** The column of the field with line breaks; -1 if there is none. */
  #column = -1;
  /** The offset of the last line that began within the quotes, from the start of the record. */
  #lineStart = 0;
  #recordLikeLines = 0;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  beginRecord(): void {
    this.unclosedLine = 0;
    this.#column = -1;
  }

  /** Handles a line break within quotes. Returns true if the opening quote must be read as text. */
  breakLine(
    bytes: Uint8Array,
    recordStart: number,
    position: number,
    field: { readonly column: number; readonly line: number; readonly width: number },
  ): boolean {
    if (this.#column === field.column) {
      const from = recordStart + this.#lineStart;
      if (this.#countColumns(bytes, from, position) === field.width) this.#recordLikeLines += 1;
    } else {
      this.#column = field.column;
      this.#recordLikeLines = 0;
    }
    this.#lineStart = position + 1 - recordStart;
    const needed = field.width >= MIN_RELIABLE_COLUMNS ? 1 : MIN_RECORDS_WITH_FEW_COLUMNS;
    return field.width > 1 && this.#recordLikeLines >= needed && this.isStray(field.line);
  }

  /**
   * Handles text after a closing quote. In a field with line breaks, the closing quote was probably
   * meant to open another field. Returns true if the opening quote must be read as text.
   */
  endOddly(column: number, line: number): boolean {
    return this.#column === column && this.isStray(line);
  }

  /** Notes an unclosed quote on this line. Returns true if the quote must be read as text. */
  isStray(line: number): boolean {
    if (this.#layout.strayQuotesAreText) {
      this.#column = -1;
      return true;
    }
    if (this.unclosedLine === 0) this.unclosedLine = line;
    return false;
  }

  #countColumns(bytes: Uint8Array, from: number, end: number): number {
    const { delimiter } = this.#layout.dialect;
    let columns = 1;
    for (let index = from; index < end; index += 1) if (bytes[index] === delimiter) columns += 1;
    return columns;
  }
}
