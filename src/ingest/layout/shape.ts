import type { TableHeader } from '../../domain/receipt';
import type { Role } from '../../domain/roles';
import { ROLES } from '../../domain/roles';
import { hasDigit } from '../records/fields';

const ZERO = 0x30;
const NINE = 0x39;

/** A header as the scanner needs it: what is in each column of a record. */
export class Shape {
  readonly table: TableHeader;
  readonly width: number;
  /** By column the index of its role, -1 where it has none. */
  readonly roleOfColumn: Int8Array;
  /** By role its column, -1 where it has none. */
  readonly columnOfRole: Int32Array;
  /** Those of no role. */
  readonly otherColumns: readonly number[];
  /** The role whose value tells a header from an order at a glance: the price, or else the last. */
  readonly telling: number;
  readonly tellingColumn: number;
  readonly #isPrice: boolean;
  /** Its name in the header. */
  readonly #word: Uint8Array;

  /** `roles`: those that the file is read for. */
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
   * Whether a line with this telling value may be a header, at a glance, for it is asked of every line: its
   * price is the header's word for it, or no number.
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
