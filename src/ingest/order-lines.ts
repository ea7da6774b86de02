/** What a record is once its fields are cut: an order line, a header between them, or misshapen. */
import type { TableHeader } from '../lib/receipt';
import { ROLES, type Role } from '../lib/roles';
import type { Ending } from './chunk';
import type { ChunkBuilder } from './chunk-builder';
import { Dictionary, HASH_FACTOR, hashOf, HASH_SEED } from './dictionary';
import { DriftWatch } from './drift-watch';
import { hasDigit, unescapeField } from './fields';
import type { Layout } from './layout';
import { middleHeaderOf } from './middle-header';
import { readRecord } from './record';
import { RepeatCounter } from './repeat-counter';
import { Shape } from './shape';

/** Where a record lies in the bytes. One object for all records: they come by the million. */
export class RecordPlace {
  start = 0;
  /** Just after its line break. */
  end = 0;
  line = 0;
  /** Physical lines that it covers. */
  lines = 0;
  /** Its quotes that open nothing, from its start. */
  strayQuotes: number[] = [];
}

export class OrderLines {
  readonly dictionaries: readonly Dictionary[] = ROLES.map(() => new Dictionary());
  readonly #layout: Layout;
  readonly #mappedRoles: readonly Role[];
  readonly #roleIndexes: readonly number[];
  readonly #drift = new DriftWatch();
  readonly #repeats = new RepeatCounter();
  /** The first is the header's; the others are those of other widths. */
  #shapes: readonly Shape[];
  #shape: Shape;
  #records = 0;

  /** Of the current record: fields ended so far, and by role where the value lies from its start. */
  #column = 0;
  #hash = HASH_SEED;
  readonly #start = new Int32Array(ROLES.length);
  readonly #end = new Int32Array(ROLES.length);
  readonly #valueHash = new Int32Array(ROLES.length);
  readonly #escaped = new Uint8Array(ROLES.length);
  readonly #codes = new Int32Array(ROLES.length).fill(-1);

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#mappedRoles = ROLES.filter((role) => layout.columns[role] !== undefined);
    this.#roleIndexes = this.#mappedRoles.map((role) => ROLES.indexOf(role));
    const isWhole = ({ columns }: TableHeader) =>
      this.#mappedRoles.every((role) => columns[role] !== undefined);
    const tables = [layout, ...layout.otherTables.filter(isWhole)];
    this.#shapes = tables.map((table) => new Shape(table, this.#mappedRoles));
    this.#shape = this.#shapes[0]!;
  }

  /** The header in force. */
  get shape(): Shape {
    return this.#shape;
  }

  /** Fields of the current record that have ended. */
  get column(): number {
    return this.#column;
  }

  beginRecord(): void {
    this.#column = 0;
    this.#hash = HASH_SEED;
  }

  /** `start` and `end` are from the record's start. */
  endField(start: number, end: number, hash: number, isEscaped: boolean): void {
    const { roleOfColumn } = this.#shape;
    const role = this.#column < roleOfColumn.length ? roleOfColumn[this.#column]! : -1;
    this.#column += 1;
    this.#hash = Math.imul(this.#hash ^ hash, HASH_FACTOR);
    if (role < 0) return;
    this.#start[role] = start;
    this.#end[role] = end;
    this.#valueHash[role] = hash;
    this.#escaped[role] = isEscaped ? 1 : 0;
  }

  /** Returns false where the record must be gone over again, now that its header is another. */
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
      this.#turnTo(other, place.line, output);
      return false;
    }
    if (place.lines === 1 && !hasDigit(bytes, place.start, place.end)) {
      if (this.#takeHeader(bytes, place, output)) return true;
    }
    this.#addMisshapen(bytes, place, output);
    return true;
  }

  /** A record that a quote has made too long to be one. */
  addUnclosed(place: RecordPlace, output: ChunkBuilder): void {
    this.#records += 1;
    const { line, lines, start, end } = place;
    output.addMisshapen({ line, lines, start, end, reason: 'unclosed quote' });
  }

  /** What the whole file was needed to know. */
  ending(): Ending {
    const encoder = new TextEncoder();
    const isKnown = (role: Role, value: string) =>
      this.dictionaries[ROLES.indexOf(role)]!.has(encoder.encode(value));
    const { table } = this.#shapes[0]!;
    return {
      drifts: this.#drift.drifts(table, this.#layout.decimalMark, isKnown),
      repeats: this.#repeats.repeats(),
    };
  }

  #turnTo(shape: Shape, line: number, output: ChunkBuilder): void {
    this.#shape = shape;
    output.turnTo(shape.table, line);
  }

  #addMisshapen(bytes: Uint8Array, place: RecordPlace, output: ChunkBuilder): void {
    const { line, lines, start, end } = place;
    this.#records += 1;
    const isNarrow = this.#column < this.#shape.width;
    const reason = isNarrow ? 'too few columns' : 'too many columns';
    output.addMisshapen({ line, lines, start, end, reason });
    const fields = () => this.#fieldsOf(bytes, place);
    if (lines === 1) this.#drift.add(this.#column, line, this.#records, fields);
  }

  #fieldsOf(bytes: Uint8Array, { start, end, strayQuotes }: RecordPlace): readonly string[] {
    const record = bytes.subarray(start, end);
    return readRecord(record, 0, this.#layout.dialect, strayQuotes).fields;
  }

  /** At a glance, for it is asked of every line: whether its price is the header's word for it, or no number. */
  #mayBeHeader(bytes: Uint8Array, recordStart: number): boolean {
    const { telling, tellingHash } = this.#shape;
    if (this.#valueHash[telling] === tellingHash) return true;
    const start = recordStart + this.#start[telling]!;
    const end = recordStart + this.#end[telling]!;
    return ROLES[telling] === 'price' && end > start && !hasDigit(bytes, start, end);
  }

  /** Returns whether the record was a header, and is done with. */
  #takeHeader(bytes: Uint8Array, place: RecordPlace, output: ChunkBuilder): boolean {
    const fields = this.#fieldsOf(bytes, place);
    const found = middleHeaderOf(fields, this.#shape.table);
    if (!found) return false;
    const { line, lines } = place;
    const missing = found.kind === 'unmatched' ? found.missing : [];
    output.headers.push({ line, kind: found.kind, missing });
    if (found.kind === 'unmatched') return false;
    output.headerLines += lines;
    if (found.kind === 'other') {
      const { restaurant } = this.#layout;
      const table = { header: fields, columns: found.columns, restaurant };
      const shape = new Shape(table, this.#mappedRoles);
      const others = this.#shapes.slice(1).filter(({ width }) => width !== shape.width);
      this.#shapes = [shape, ...others];
      this.#turnTo(shape, line + lines, output);
    }
    return true;
  }

  #addOrderLine(bytes: Uint8Array, place: RecordPlace, output: ChunkBuilder): void {
    this.#records += 1;
    for (const role of this.#roleIndexes) {
      const start = place.start + this.#start[role]!;
      const end = place.start + this.#end[role]!;
      const code =
        this.#escaped[role] === 1
          ? this.#codeOfEscaped(role, bytes, start, end)
          : this.dictionaries[role]!.code(bytes, start, end, this.#valueHash[role]!);
      this.#codes[role] = code;
      output.codes[role]!.push(code);
    }
    output.addOrderLine(place);
    this.#repeats.add(this.#hash, place.line, this.#codes);
  }

  #codeOfEscaped(role: number, bytes: Uint8Array, start: number, end: number): number {
    const value = unescapeField(bytes, start, end, this.#layout.dialect.quote);
    return this.dictionaries[role]!.code(value, 0, value.length, hashOf(value));
  }
}
