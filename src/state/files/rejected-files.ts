/** Lets a corrected rejected_rows.csv be read with the layout of the original files. */
import type { Columns, Layout } from '../../ingest/layout/layout';
import { REJECTED_COLUMNS, REJECTED_RESTAURANT } from '../../domain/receipt';
import { ROLES, type Role } from '../../domain/roles';
import type { LoadedTable } from '../../pipeline/dataset';
import type { HeaderChoice } from './remembered-choices';

/**
 * Returns the choice for a rejected_rows.csv. Returns null for any other file, or if the original
 * files had different layouts.
 */
export function choiceForRejectedRows(
  { header }: Layout,
  tables: readonly LoadedTable[],
): HeaderChoice | null {
  if (!REJECTED_COLUMNS.every((name, column) => header[column] === name)) return null;
  const choices = tables
    .filter(({ rejects }) => rejects.count > 0)
    .map(({ layout }) => choiceWith(header, layout));
  const [first] = choices;
  if (!first) return null;
  const isOne = choices.every((choice) => JSON.stringify(choice) === JSON.stringify(first));
  return isOne ? first : null;
}

function choiceWith(header: readonly string[], layout: Layout): HeaderChoice | null {
  const columns: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const name = nameOf(role, layout);
    if (name === null) continue;
    const column = header.indexOf(name, REJECTED_COLUMNS.length);
    if (column < 0) return null;
    columns[role] = column;
  }
  const { decimalMark, priceIs } = layout;
  return { columns: columns satisfies Columns, decimalMark, priceIs };
}

function nameOf(role: Role, { header, columns, restaurant }: Layout): string | null {
  const column = columns[role];
  if (column !== undefined) return header[column] ?? null;
  return role === 'restaurant' && restaurant !== null ? REJECTED_RESTAURANT : null;
}
