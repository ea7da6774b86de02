import type { Cell } from '../../../lib/kinds';
import { columnOf, type Rows } from '../../../lib/kinds';
import type { TableRow } from '../../../reports/report';
import type { Slices } from './slices';

const ROWS_AT_ONCE = 4096;

/**
 * A column stored as distinct values and codes, so that sorting and searching compare each value
 * once.
 */
export interface CodedColumn {
  /** The index of each row's value in `values`. */
  readonly codes: Uint32Array;
  readonly values: readonly Cell[];
}

export async function codeColumn(
  rows: Rows<TableRow>,
  name: string,
  slices: Slices,
): Promise<CodedColumn> {
  const codes = new Uint32Array(rows.length);
  const values: Cell[] = [];
  const codeOf = new Map<Cell, number>();
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await slices.rest();
    const cells = columnOf(rows, name, start, Math.min(start + ROWS_AT_ONCE, rows.length));
    for (const [offset, cell] of cells.entries()) {
      let code = codeOf.get(cell);
      if (code === undefined) {
        code = values.length;
        codeOf.set(cell, code);
        values.push(cell);
      }
      codes[start + offset] = code;
    }
  }
  return { codes, values };
}
