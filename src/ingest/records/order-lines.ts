/**
 * Classifies a record after it is split into fields: as an order line, a header or a misshapen
 * record.
 */
import { ROLES, type Role } from '../../domain/roles';
import type { ChunkBuilder } from './chunk-builder';
import { hashOf, combineHashes, type Dictionary } from './dictionary';
import { hasDigit, unescapeField } from './fields';
import type { Headers } from '../layout/headers';
import type { Layout } from '../layout/layout';
import { middleHeaderOf } from './middle-header';
import { PlainLines } from './plain-lines';
import { readRecord } from './record';
import { Shape } from '../layout/shape';

/** The position of a record in the bytes. One mutable object serves all records, for speed. */
export class RecordPlace {
  start = 0;
  end = 0;
  line = 0;
  lines = 0;
  /** The quotes that are read as text, as offsets from the start of the record. */
  strayQuotes: number[] = [];
}

export class OrderLines {
  readonly #layout: Layout;
  readonly #dictionaries: readonly Dictionary[];
  readonly #mappedRoles: readonly Role[];
  readonly #roleIndexes: readonly number[];
  readonly #plain: PlainLines;
  /**
   * The first shape belongs to the latest header. The other shapes are for other numbers of
   * columns.
   */
  #shapes: readonly Shape[];
  #shape: Shape;

  #column = 0;
  readonly #fields: { start: number; end: number; isEscaped: boolean }[] = [];

  constructor(layout: Layout, dictionaries: readonly Dictionary[], headers: Headers) {
    this.#layout = layout;
    this.#dictionaries = dictionaries;
    this.#mappedRoles = ROLES.filter((role) => layout.columns[role] !== undefined);
    this.#roleIndexes = this.#mappedRoles.map((role) => ROLES.indexOf(role));
    this.#plain = new PlainLines(layout, dictionaries, this.#roleIndexes);
    this.#shapes = headers.tables.map((table) => new Shape(table, this.#mappedRoles));
    this.#shape = this.#shapes[headers.current]!;
  }

  get shape(): Shape {
    return this.#shape;
  }

  get headers(): Headers {
    const tables = this.#shapes.map(({ table }) => table);
    return { tables, current: this.#shapes.indexOf(this.#shape) };
  }

  get column(): number {
    return this.#column;
  }

  /**
   * Adds the order lines that `PlainLines` can read, starting at a record. Returns the offset of
   * the first record that it cannot read.
   */
  addPlain(bytes: Uint8Array, from: number, line: number, output: ChunkBuilder): number {
    const { lines, view } = output;
    const before = lines.length;
    const end = this.#plain.read(bytes, view, from, line, this.#shape, lines);
    output.recordLines += lines.length - before;
    return end;
  }

  beginRecord(): void {
    this.#column = 0;
  }

  /** `start` and `end` are offsets from the record's start. */
  endField(start: number, end: number, isEscaped: boolean): void {
    const column = this.#column;
    this.#column += 1;
    // Surplus fields are not stored, because the record is misshapen anyway.
    if (column >= this.#shape.width) return;
    if (column === this.#fields.length) this.#fields.push({ start, end, isEscaped });
    const field = this.#fields[column]!;
    field.start = start;
    field.end = end;
    field.isEscaped = isEscaped;
  }

  /** Returns false if the record must be scanned again with another header. */
  endRecord(bytes: Uint8Array, place: RecordPlace, output: ChunkBuilder): boolean {
    if (this.#column === this.#shape.width) {
      if (this.#mayBeHeader(bytes, place.start) && this.#takeHeader(bytes, place, output)) {
        return true;
      }
      this.#addOrderLine(bytes, place, output);
      return true;
    }
    const other = this.#shapes.find(({ width }) => width === this.#column);
    if (other) {
      this.#switchHeader(other, place.line, output);
      return false;
    }
    if (place.lines === 1 && !hasDigit(bytes, place.start, place.end)) {
      if (this.#takeHeader(bytes, place, output)) return true;
    }
    const isNarrow = this.#column < this.#shape.width;
    const reason = isNarrow ? 'too few columns' : 'too many columns';
    output.addMisshapen(place, this.#column, reason);
    return true;
  }

  addUnclosed(place: RecordPlace, output: ChunkBuilder): void {
    output.addMisshapen(place, this.#column, 'unclosed quote');
  }

  #switchHeader(shape: Shape, line: number, output: ChunkBuilder): void {
    this.#shape = shape;
    output.switchHeader(shape.table, line);
  }

  #mayBeHeader(bytes: Uint8Array, recordStart: number): boolean {
    const { start, end } = this.#fields[this.#shape.tellingColumn]!;
    return this.#shape.mayBeHeader(bytes, recordStart + start, recordStart + end);
  }

  #takeHeader(bytes: Uint8Array, place: RecordPlace, output: ChunkBuilder): boolean {
    const record = bytes.subarray(place.start, place.end);
    const { fields } = readRecord(record, 0, this.#layout.dialect, place.strayQuotes);
    const found = middleHeaderOf(fields, this.#shape.table);
    if (!found) return false;
    const { line, lines } = place;
    const missing = found.kind === 'unmatched' ? found.missing : [];
    output.middleHeaders.push({ line, kind: found.kind, missing });
    if (found.kind === 'unmatched') return false;
    output.headerLines += lines;
    if (found.kind === 'other') {
      const { restaurant } = this.#layout;
      const table = { header: fields, columns: found.columns, restaurant };
      const shape = new Shape(table, this.#mappedRoles);
      const others = this.#shapes.slice(1).filter(({ width }) => width !== shape.width);
      this.#shapes = [shape, ...others];
      this.#switchHeader(shape, line + lines, output);
    }
    return true;
  }

  #addOrderLine(bytes: Uint8Array, place: RecordPlace, output: ChunkBuilder): void {
    const { lines, view } = output;
    if (lines.length === lines.capacity) lines.grow();
    const row = lines.length;
    const { columnOfRole, otherColumns } = this.#shape;
    let hash = 0;
    for (const column of otherColumns) {
      const { start, end } = this.#fields[column]!;
      hash = combineHashes(hash, hashOf(view, place.start + start, place.start + end));
    }
    for (const role of this.#roleIndexes) {
      const { start, end, isEscaped } = this.#fields[columnOfRole[role]!]!;
      const dictionary = this.#dictionaries[role]!;
      lines.codes[role]![row] = isEscaped
        ? this.#codeOfEscaped(dictionary, bytes, place.start + start, place.start + end)
        : dictionary.code(view, place.start + start, place.start + end);
      hash = combineHashes(hash, dictionary.hash);
    }
    lines.line[row] = place.line;
    lines.start[row] = place.start;
    lines.hash[row] = hash;
    lines.length += 1;
    output.addPlace(place);
  }

  #codeOfEscaped(dictionary: Dictionary, bytes: Uint8Array, start: number, end: number): number {
    const value = unescapeField(bytes, start, end, this.#layout.dialect.quote);
    return dictionary.code(new DataView(value.buffer), 0, value.length);
  }
}
