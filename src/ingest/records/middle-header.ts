/** Recognises headers between the orders, as in concatenated exports or after a change of till. */
import type { TableHeader } from '../../domain/receipt';
import { ROLES, type Role } from '../../domain/roles';
import { columnsNamed, matchColumns, priceMeaning } from '../layout/header';
import type { Columns } from '../layout/layout';
import { looksLikeNumber } from '../layout/numbers';

export type MiddleHeaderFound =
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly columns: Columns }
  | { readonly kind: 'unmatched'; readonly missing: readonly Role[] };

/**
 * Matches a record between the orders with the current header. Returns null if the record is not a
 * header.
 */
export function middleHeaderOf(
  fields: readonly string[],
  current: TableHeader,
): MiddleHeaderFound | null {
  if (isSame(fields, current.header)) return { kind: 'same' };
  const roles = ROLES.filter((role) => current.columns[role] !== undefined);
  if (!roles.includes('price') || fields.some(looksLikeNumber)) return null;
  if (columnsNamed(fields.filter(isNonBlank), 'price').length === 0) return null;
  const named = matchColumns(fields);
  const found = roles.filter((role) => named[role] !== undefined);
  // A single matching word may be the name of a dish.
  if (found.length < 2) return null;
  const missing = roles.filter((role) => !found.includes(role));
  if (missing.length > 0) return { kind: 'unmatched', missing };
  const isDifferentPrice =
    priceMeaning(fields[named.price!]!) !== priceMeaning(current.header[current.columns.price!]!);
  if (isDifferentPrice) return { kind: 'unmatched', missing: ['price'] };
  const columns = Object.fromEntries(roles.map((role) => [role, named[role]])) as Columns;
  return { kind: 'other', columns };
}

function isSame(fields: readonly string[], header: readonly string[]): boolean {
  return (
    fields.length === header.length &&
    fields.every((field, column) => trimmedName(field) === trimmedName(header[column]!))
  );
}

/** Removes a byte order mark, because a concatenated file still starts with one. */
function trimmedName(name: string): string {
  return name.replace(/^\uFEFF/, '').trim();
}

function isNonBlank(field: string): boolean {
  return field.trim() !== '';
}
