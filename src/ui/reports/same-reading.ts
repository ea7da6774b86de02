import type { Shown } from '../../state/phase';

type Dataset = Shown['dataset'];

/** Whether they are of the same tables, read in the same way: then what was looked at in one is there in the other. */
export function isSameReading(one: Dataset, other: Dataset): boolean {
  return (
    one.tables.length === other.tables.length &&
    one.tables.every(({ source, layout }, index) => {
      const table = other.tables[index]!;
      return table.source === source && table.layout === layout;
    })
  );
}
