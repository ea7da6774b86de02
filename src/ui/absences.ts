import type { Role } from '../lib/roles';
import { formatNumberOf } from '../lib/format';
import type { LoadedTable } from '../state/phase';
import { TABLE_ROLES, type TableName } from '../sql/tables';

export interface Absences {
  /** Whether the report cannot be made of these files at all. */
  readonly isAbsent: boolean;
  /** What is lacking, in sentences. */
  readonly notes: readonly string[];
}

/** What a report lacks because the files have no column for it. */
export function absences(name: TableName, tables: readonly LoadedTable[]): Absences {
  const { needs, mayLack } = TABLE_ROLES[name];
  const without = (role: Role) =>
    tables.filter(({ layout }) => layout.columns[role] === undefined).length;
  const missing = needs.filter((role) => without(role) === tables.length);
  const these = tables.length === 1 ? 'this file' : 'any of these files';
  if (missing.length > 0) {
    const columns = missing.map((role) => `a ${role} column`).join(' and ');
    const not = tables.length === 1 ? 'Not in this file' : 'Not in these files';
    return { isAbsent: true, notes: [`${not}: this report needs ${columns}.`] };
  }
  const notes = [...needs, ...mayLack].flatMap((role) => {
    const count = without(role);
    if (count === 0) return [];
    if (count === tables.length) return [`There is no ${role} column in ${these}.`];
    const files = formatNumberOf(count, 'file');
    return [
      `${files} of ${String(tables.length)} ${count === 1 ? 'has' : 'have'} no ${role} column: ${count === 1 ? 'its' : 'their'} lines are not counted where it is needed.`,
    ];
  });
  return { isAbsent: false, notes };
}
