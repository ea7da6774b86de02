import type { Cell } from '../../../lib/kinds';
import type { Rows } from '../../../lib/kinds';
import type { TableRow } from '../../../reports/report';
import type { PlacedRow } from './table-view.svelte';

/** If more rows share the first place, no row is marked, because the mark would mean nothing. */
const MOST_WINNERS = 5;

/**
 * Returns the number of rows that share the first place; 0 if there are more than `MOST_WINNERS`.
 */
export function leadingRows(rows: Rows<TableRow>, ranking: string): number {
  const value = rows.at(0)?.[ranking] ?? null;
  let count = 0;
  while (count <= MOST_WINNERS && count < rows.length && rows.at(count)![ranking] === value) {
    count += 1;
  }
  return value === null || count > MOST_WINNERS ? 0 : count;
}

/** Returns the indexes of rows with the same value as the row above or below. */
export function tiedRows(rows: readonly PlacedRow[], column: string): ReadonlySet<number> {
  const tied = new Set<number>();
  let before: { index: number; value: Cell } | null = null;
  for (const { index, row } of rows) {
    const value = row[column] ?? null;
    if (before !== null && value !== null && value === before.value) {
      tied.add(before.index).add(index);
    }
    before = { index, value };
  }
  return tied;
}
