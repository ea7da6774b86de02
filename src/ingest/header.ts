import { ROLES, type Role } from '../lib/roles';
import { ALIASES, normalise } from './aliases';

export const REQUIRED_ROLES: readonly Role[] = ['restaurant', 'dish', 'customer', 'price'];

/** The column of each role, from 0; where several fit, the surest name wins, then the leftmost. */
export function matchColumns(header: readonly string[]): Partial<Record<Role, number>> {
  const names = header.map(normalise);
  const columns: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    for (const alias of ALIASES[role]) {
      const column = names.indexOf(alias);
      if (column < 0) continue;
      columns[role] = column;
      break;
    }
  }
  return columns;
}
