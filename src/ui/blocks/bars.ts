import type { Cell } from '../../lib/kinds';
import { columnOf, type Rows } from '../../lib/kinds';
import type { Column, TableRow } from '../../reports/report';

/** Converts a value to a float for drawing; shown and exported values stay exact. */
export function magnitude(value: Cell | undefined): number {
  return typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : 0;
}

/**
 * Returns the greatest value of a column, but at least 1, because bar lengths are divided by it.
 */
export function greatest(rows: Rows<TableRow>, { name }: Column): number {
  let most = 0;
  for (const value of columnOf(rows, name)) most = Math.max(most, magnitude(value));
  return most || 1;
}

/** A bar's length as a percentage of its cell; 0 for negative values. */
export function barLength(value: Cell | undefined, most: number): string {
  return `${String(Math.max(0, (magnitude(value) / most) * 100))}%`;
}
