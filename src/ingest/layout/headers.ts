import type { TableHeader } from '../../domain/receipt';
import { ROLES } from '../../domain/roles';
import type { Layout } from './layout';

/**
 * The headers that apply at some place in a file: the latest first, then one for each drifted
 * width.
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
