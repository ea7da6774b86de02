import { ROLES } from '../../domain/roles';
import { doubled } from './growing';

/** The order lines of a chunk as parallel columns. Callers write to them directly, for speed. */
export class LineColumns {
  length = 0;
  line: Int32Array<ArrayBuffer>;
  start: Int32Array<ArrayBuffer>;
  hash: Int32Array<ArrayBuffer>;
  codes: Int32Array<ArrayBuffer>[];

  /**
   * `columns` says for each role whether the source has a column for it. Other roles get no codes.
   */
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
