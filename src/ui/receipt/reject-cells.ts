/**
 * Selects the columns of rejected records that have a role, because other columns do not explain a
 * rejection.
 */
import { HIDDEN } from '../../state/guests/hidden';
import { messages } from '../../i18n/locale';
import type { Reject } from '../../domain/receipt';
import { ROLES, type Role } from '../../domain/roles';

export interface RejectColumn {
  readonly role: Role;
  readonly label: string;
}

/** Returns the roles found in any record; empty if no record could be split into columns. */
export function rolesOf(rejects: readonly Reject[]): RejectColumn[] {
  const tables = rejects.flatMap(({ record }) => ('fields' in record ? [record.table] : []));
  return ROLES.filter((role) => tables.some(({ columns }) => columns[role] !== undefined)).map(
    (role) => ({ role, label: messages().questions.roles[role] }),
  );
}

/** Returns the cell's text as it is in the file, or a word for a hidden cell. */
export function shownCell(text: string): string {
  return text === HIDDEN ? messages().sharing.hiddenCell : text;
}

/**
 * Returns a record's cells. An empty value is shown as a word, because it can be the reason for the
 * rejection.
 */
export function cellsOf({ record }: Reject, columns: readonly RejectColumn[]): string[] {
  if (!('fields' in record)) return [];
  return columns.map(({ role }) => {
    const column = record.table.columns[role];
    return column === undefined
      ? ''
      : shownCell(record.fields[column]!.trim()) || messages().receipt.rejected.empty;
  });
}
