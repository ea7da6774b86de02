import type { TableHeader } from '../../domain/receipt';
import { ROLES } from '../../domain/roles';
import type { Layout } from './layout';

/** The headers that hold at some place of a file: the latest first, then those of records of another width. */
export interface Headers {
  readonly tables: readonly TableHeader[];
  /** Which of them the record before had. */
  readonly inForce: number;
}

/** Those that hold at its beginning. */
export function headersOf({ header, columns, restaurant, otherTables }: Layout): Headers {
  const roles = ROLES.filter((role) => columns[role] !== undefined);
  const others = otherTables.filter((table) =>
    roles.every((role) => table.columns[role] !== undefined),
  );
  return { tables: [{ header, columns, restaurant }, ...others], inForce: 0 };
}
