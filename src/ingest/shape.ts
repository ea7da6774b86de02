import type { TableHeader } from '../lib/receipt';
import type { Role } from '../lib/roles';
import { ROLES } from '../lib/roles';
import { hashOf } from './dictionary';

/** A header as the scanner needs it: what is in each column of a record. */
export class Shape {
  readonly table: TableHeader;
  readonly width: number;
  /** By column the index of its role, -1 where it has none. */
  readonly roleOfColumn: Int8Array;
  /** The role whose value tells a header from an order at a glance: the price, or else the last. */
  readonly telling: number;
  readonly tellingHash: number;

  /** `roles`: those that the file is read for. */
  constructor(table: TableHeader, roles: readonly Role[]) {
    this.table = table;
    this.width = table.header.length;
    this.roleOfColumn = new Int8Array(this.width).fill(-1);
    for (const role of roles) {
      const column = table.columns[role];
      if (column !== undefined) this.roleOfColumn[column] = ROLES.indexOf(role);
    }
    const last = roles.filter((role) => role !== 'quantity').at(-1) ?? 'dish';
    this.telling = ROLES.indexOf(last);
    this.tellingHash = hashOf(new TextEncoder().encode(table.header[table.columns[last] ?? -1]));
  }
}
