import type { Cell } from '../../lib/kinds';
import { columnOf, type Rows } from '../../lib/kinds';
import type { Column, TableRow } from '../../reports/report';

/** A number to draw with; what is shown and exported stays exact. */
export function magnitude(value: Cell | undefined): number {
  return typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : 0;
}

/** The greatest value of a column, at the least something to divide by. */
export function greatest(rows: Rows<TableRow>, { name }: Column): number {
  let most = 0;
  for (const value of columnOf(rows, name)) most = Math.max(most, magnitude(value));
  return most || 1;
}

/** How long a bar is, in percent of its cell; a negative value has none. */
export function barLength(value: Cell | undefined, most: number): string {
  return `${String(Math.max(0, (magnitude(value) / most) * 100))}%`;
}
