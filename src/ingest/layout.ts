import type { DecimalMark } from './decimal-mark';
import type { Encoding } from './encoding';
import type { Role } from '../lib/roles';

/** How a file's bytes are cut into fields. Both are single bytes of UTF-8. */
export interface Dialect {
  readonly delimiter: number;
  readonly quote: number;
}

/** All that the reader must know of a file before it reads the first order line. */
export interface Layout {
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  /** Of prices and quantities. */
  readonly decimalMark: DecimalMark;
  /** The header as it stands in the file. */
  readonly header: readonly string[];
  /** The column of each role that the file has, from 0. */
  readonly columns: Readonly<Partial<Record<Role, number>>>;
  /** Where the first record after the header starts, in the text as UTF-8. */
  readonly bodyOffset: number;
  /** The physical line there, the file's first being 1. */
  readonly bodyLine: number;
  /** Blank lines above it. */
  readonly blankLines: number;
}
