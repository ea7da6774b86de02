import { untrack } from 'svelte';
import type { Column } from '../../../reports/report';
import type { Direction } from './sorting';
import type { TableView } from './table-view.svelte';

interface KeptSort {
  readonly column: string;
  readonly direction: Direction;
}

/** Where a table's sorting is stored, so that the back button undoes it. */
export interface KeptSorting {
  readonly current: KeptSort | undefined;
  keep(sort: KeptSort | null): void;
}

/** Applies the stored sorting whenever it changes. Must be called while a component is created. */
export function followKept(
  view: TableView,
  columns: () => readonly Column[],
  sorting: () => KeptSorting | undefined,
): void {
  $effect(() => {
    const kept = sorting();
    if (!kept) return;
    const { current } = kept;
    const column = columns().find(({ name }) => name === current?.column);
    const sort = column && current ? { column, direction: current.direction } : null;
    untrack(() => {
      const isSame =
        view.sort?.column.name === sort?.column.name && view.sort?.direction === sort?.direction;
      if (!isSame) void view.sortAs(sort);
    });
  });
}
