import type { Role } from '../../domain/roles';
import { messages } from '../../i18n/locale';
import type { LoadedTable } from '../../state/phase';
import { TABLE_ROLES, type TableName } from '../../sql/tables';

export interface Absences {
  /** Whether the report cannot be made at all. */
  readonly isAbsent: boolean;
  /** Sentences that name what is missing. */
  readonly notes: readonly string[];
}

/** Says what a report lacks because the files have no column for it. */
export function absences(name: TableName, tables: readonly LoadedTable[]): Absences {
  const { needs, mayLack } = TABLE_ROLES[name];
  const without = (role: Role) =>
    tables.filter(({ layout }) => layout.columns[role] === undefined).length;
  const missing = needs.filter((role) => without(role) === tables.length);
  const { absences: words } = messages().reports;
  if (missing.length > 0) {
    return { isAbsent: true, notes: [words.absent(missing, tables.length)] };
  }
  const notes = [...needs, ...mayLack].flatMap((role) => {
    const count = without(role);
    if (count === 0) return [];
    return count === tables.length
      ? [words.without(role, tables.length)]
      : [words.withoutInSome(role, count, tables.length)];
  });
  return { isAbsent: false, notes };
}
