import { ROLES } from '../../domain/roles';
import { doubled } from './growing';

/** The order lines of a chunk, column by column, all of one length. Written to in place: they come by the million. */
export class LineColumns {
  length = 0;
  /** Physical lines. */
  line: Int32Array<ArrayBuffer>;
  /** Where they start in the chunk's bytes. */
  start: Int32Array<ArrayBuffer>;
  /** Of their whole text. */
  hash: Int32Array<ArrayBuffer>;
  /** By role, as in `ROLES`. */
  codes: Int32Array<ArrayBuffer>[];

  /** `columns`: whether the file has a column, by role; codes are kept for those alone. */
  constructor(capacity: number, columns: readonly boolean[]) {
    this.line = new Int32Array(capacity);
    this.start = new Int32Array(capacity);
    this.hash = new Int32Array(capacity);
    this.codes = ROLES.map((_, role) => new Int32Array(columns[role] ? capacity : 0));
  }

  get capacity(): number {
    return this.line.length;
  }

  grow(): void {
    this.line = doubled(this.line);
    this.start = doubled(this.start);
    this.hash = doubled(this.hash);
    this.codes = this.codes.map(doubled);
  }
}
