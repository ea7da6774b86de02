import type { TableHeader } from '../../domain/receipt';
import { ROLES } from '../../domain/roles';
import type { Layout } from './layout';

/**
 * The headers that apply at a point in a file. `tables` has the latest header, then a header for
 * each other number of columns. `current` is the index of the one in use.
 */
export interface Headers {
  readonly tables: readonly TableHeader[];
  readonly current: number;
}

export function headersOf({ header, columns, restaurant, otherTables }: Layout): Headers {
  const roles = ROLES.filter((role) => columns[role] !== undefined);
  const others = otherTables.filter((table) =>
    roles.every((role) => table.columns[role] !== undefined),
  );
  return { tables: [{ header, columns, restaurant }, ...others], current: 0 };
}
