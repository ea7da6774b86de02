import { SHEET_COLUMNS, SHEET_ROWS, columnOf } from './places';
import { TextCollector } from './text-collector';
import { unescapeText } from './values';
import { XmlReader } from './xml';

export type RawCell =
  | { readonly type: 'number'; readonly raw: string; readonly style: number }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'iso'; readonly raw: string }
  | { readonly type: 'shared'; readonly index: number };

/** A row of the XML, which can omit empty rows before it. */
export interface RawRow {
  readonly number: number;
  readonly cells: readonly (RawCell | null)[];
}

/** Parses a sheet's XML into rows. For formulas it reads the stored result. */
export class SheetReader {
  #rows: RawRow[] = [];
  #isInData = false;
  #isOver = false;
  #number = 0;
  #cells: (RawCell | null)[] = [];

  #column = -1;
  #type = '';
  #style = 0;
  #isInValue = false;
  #value = '';
  readonly #inline = new TextCollector();

  readonly #xml = new XmlReader({
    open: (name, attributes) => {
      if (!this.#isInData) {
        this.#isInData = name === 'sheetData' && !this.#isOver;
      } else if (name === 'c') {
        const { r, s, t } = attributes();
        this.#beginCell(r, s, t);
      } else if (name === 'v') {
        this.#isInValue = true;
      } else if (name === 'row') {
        this.#beginRow(attributes()['r']);
      } else {
        this.#inline.open(name);
      }
    },
    text: (text) => {
      if (this.#isInValue) this.#value += text;
      else this.#inline.add(text);
    },
    close: (name) => {
      if (!this.#isInData) return;
      if (name === 'v') this.#isInValue = false;
      else if (name === 'c') this.#endCell();
      else if (name === 'row') this.#rows.push({ number: this.#number, cells: this.#cells });
      else if (name === 'sheetData') this.#end();
      else this.#inline.close(name);
    },
  });

  /** Whether the end of the cell data was reached. The rest of the XML is ignored. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Returns the rows that end in this piece of XML. Throws an Error if it is not a valid sheet. */
  read(part: string): readonly RawRow[] {
    if (this.#isOver) return [];
    this.#rows = [];
    this.#xml.push(part);
    return this.#rows;
  }

  #end(): void {
    this.#isInData = false;
    this.#isOver = true;
  }

  /** A row or cell without a reference follows directly after the previous one. */
  #beginRow(place: string | undefined): void {
    const number = place === undefined ? this.#number + 1 : Number(place);
    if (!(number > this.#number && number <= SHEET_ROWS)) {
      throw new Error(`a row ${String(place)} after row ${String(this.#number)}`);
    }
    this.#number = number;
    this.#cells = [];
    this.#column = -1;
  }

  #beginCell(place: string | undefined, style: string | undefined, type: string | undefined): void {
    const column = place === undefined ? this.#column + 1 : columnOf(place);
    if (!(column > this.#column && column < SHEET_COLUMNS)) {
      throw new Error(`a cell ${String(place)} in row ${String(this.#number)}`);
    }
    this.#column = column;
    this.#style = style === undefined ? 0 : Number(style);
    this.#type = type ?? 'n';
    this.#value = '';
  }

  #endCell(): void {
    const inline = this.#inline.take();
    const cell =
      this.#type === 'inlineStr' ? { type: 'text' as const, text: inline } : this.#cell();
    if (cell === null || (cell.type === 'text' && cell.text === '')) return;
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells.push(cell);
  }

  #cell(): RawCell | null {
    const raw = this.#value;
    if (raw === '') return null;
    switch (this.#type) {
      case 's':
        return { type: 'shared', index: Number(raw) };
      case 'n':
        return { type: 'number', raw, style: this.#style };
      case 'd':
        return { type: 'iso', raw };
      case 'b':
        return { type: 'text', text: raw.trim() === '1' || raw === 'true' ? 'TRUE' : 'FALSE' };
      default:
        // The type is `str` (the text of a formula) or `e` (an error such as #N/A).
        return { type: 'text', text: unescapeText(raw) };
    }
  }
}
