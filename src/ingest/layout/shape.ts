import type { TableHeader } from '../../domain/receipt';
import type { Role } from '../../domain/roles';
import { ROLES } from '../../domain/roles';
import { hasDigit } from '../records/fields';

const ZERO = 0x30;
const NINE = 0x39;

/** A header prepared for the scanner, which needs the role of each column. */
export class Shape {
  readonly table: TableHeader;
  readonly width: number;
  /** Role index of each column; -1 if it has no role. */
  readonly roleOfColumn: Int8Array;
  /** Column of each role; -1 if the role is not mapped. */
  readonly columnOfRole: Int32Array;
  readonly otherColumns: readonly number[];
  /** The index of the role that `mayBeHeader` checks: the price, or else the last mapped role. */
  readonly telling: number;
  readonly tellingColumn: number;
  readonly #isPrice: boolean;
  readonly #word: Uint8Array;

  constructor(table: TableHeader, roles: readonly Role[]) {
    this.table = table;
    this.width = table.header.length;
    this.roleOfColumn = new Int8Array(this.width).fill(-1);
    this.columnOfRole = new Int32Array(ROLES.length).fill(-1);
    for (const role of roles) {
      const column = table.columns[role];
      if (column === undefined) continue;
      this.roleOfColumn[column] = ROLES.indexOf(role);
      this.columnOfRole[ROLES.indexOf(role)] = column;
    }
    const columns = Array.from(this.roleOfColumn.keys());
    this.otherColumns = columns.filter((column) => this.roleOfColumn[column] === -1);
    const last = roles.filter((role) => role !== 'quantity').at(-1) ?? 'dish';
    this.telling = ROLES.indexOf(last);
    this.tellingColumn = table.columns[last] ?? 0;
    this.#isPrice = last === 'price';
    this.#word = new TextEncoder().encode(table.header[table.columns[last] ?? -1]);
  }

  /**
   * Checks quickly whether a line can be a header, because this runs for every line. Returns true
   * if the value in `tellingColumn` equals the column name or is a price without digits.
   */
  mayBeHeader(bytes: Uint8Array, start: number, end: number): boolean {
    const first = bytes[start]!;
    if (this.#isPrice && first >= ZERO && first <= NINE && first !== this.#word[0]) return false;
    if (this.#isWord(bytes, start, end)) return true;
    return this.#isPrice && end > start && !hasDigit(bytes, start, end);
  }

  #isWord(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start !== this.#word.length) return false;
    return this.#word.every((byte, index) => bytes[start + index] === byte);
  }
}
