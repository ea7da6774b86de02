import type { NewValues } from '../../src/ingest/records/chunk';
import { ROLES, type Role } from '../../src/domain/roles';

export function rolesOf({ counts }: NewValues): Role[] {
  return ROLES.flatMap((role) => new Array<Role>(counts[role]).fill(role));
}
