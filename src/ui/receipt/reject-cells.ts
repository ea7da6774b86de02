/** The columns of rejected records that have a role. Other columns do not explain a rejection. */
import { HIDDEN } from '../../state/guests/hidden';
import { messages } from '../../i18n/locale';
import type { Reject } from '../../domain/receipt';
import { ROLES, type Role } from '../../domain/roles';

export interface RejectColumn {
  readonly role: Role;
  readonly label: string;
}

/** The roles that any of the records has; empty if no columns could be told apart. */
export function rolesOf(rejects: readonly Reject[]): RejectColumn[] {
  const tables = rejects.flatMap(({ record }) => ('fields' in record ? [record.table] : []));
  return ROLES.filter((role) => tables.some(({ columns }) => columns[role] !== undefined)).map(
    (role) => ({ role, label: messages().questions.roles[role] }),
  );
}

/** A cell as it is in the file, or the word for hidden. */
export function shownCell(text: string): string {
  return text === HIDDEN ? messages().sharing.hiddenCell : text;
}

/** An empty value is shown as such, because it is what was missing. */
export function cellsOf({ record }: Reject, columns: readonly RejectColumn[]): string[] {
  if (!('fields' in record)) return [];
  return columns.map(({ role }) => {
    const column = record.table.columns[role];
    return column === undefined
      ? ''
      : shownCell(record.fields[column]!.trim()) || messages().receipt.rejected.empty;
  });
}
