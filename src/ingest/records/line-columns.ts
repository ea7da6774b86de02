import { ROLES } from '../../domain/roles';
import { doubled } from './growing';

/**
 * The order lines of a chunk as columns of equal length. Written in place, because there are
 * millions of lines.
 */
export class LineColumns {
  length = 0;
  /** Physical lines. */
  line: Int32Array<ArrayBuffer>;
  /** Offsets in the chunk's bytes. */
  start: Int32Array<ArrayBuffer>;
  /** Hashes of the lines' texts. */
  hash: Int32Array<ArrayBuffer>;
  /** Codes by role, in the order of `ROLES`. */
  codes: Int32Array<ArrayBuffer>[];

  /** `columns` says for each role whether the file has a column; other roles store no codes. */
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
