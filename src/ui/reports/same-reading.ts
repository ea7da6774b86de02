import type { Shown } from '../../state/phase';

type Dataset = Shown['dataset'];

/**
 * Whether both datasets come from the same tables with the same layouts. If so, picks and panels
 * stay valid.
 */
export function isSameReading(one: Dataset, other: Dataset): boolean {
  return (
    one.tables.length === other.tables.length &&
    one.tables.every(({ source, layout }, index) => {
      const table = other.tables[index]!;
      return table.source === source && table.layout === layout;
    })
  );
}
