import type { Cell } from '../../lib/format';
import type { Column, TableRow } from '../../reports/report';

/** A number to draw with; what is shown and exported stays exact. */
export function magnitude(value: Cell | undefined): number {
  return typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : 0;
}

/** The greatest value of a column, at the least something to divide by. */
export function greatest(rows: Iterable<TableRow>, column: Column): number {
  let most = 0;
  for (const row of rows) most = Math.max(most, magnitude(row[column.name]));
  return most || 1;
}

/** How long a bar is, in percent of its cell; a negative value has none. */
export function barLength(value: Cell | undefined, most: number): string {
  return `${String(Math.max(0, (magnitude(value) / most) * 100))}%`;
}
