/** Finds headers between the orders: exports that were joined, or a till whose columns changed. */
import type { TableHeader } from '../../domain/receipt';
import { ROLES, type Role } from '../../domain/roles';
import { columnsNamed, matchColumns, priceOf } from '../layout/header';
import type { Columns } from '../layout/layout';
import { looksLikeNumber } from '../layout/numbers';

export type MiddleHeaderFound =
  | { readonly kind: 'same' }
  /** Its names match every role of the file. */
  | { readonly kind: 'other'; readonly columns: Columns }
  | { readonly kind: 'unmatched'; readonly missing: readonly Role[] };

/** Returns what kind of header a record is, or null if it is an order. */
export function middleHeaderOf(
  fields: readonly string[],
  current: TableHeader,
): MiddleHeaderFound | null {
  if (isSame(fields, current.header)) return { kind: 'same' };
  const roles = ROLES.filter((role) => current.columns[role] !== undefined);
  if (!roles.includes('price') || fields.some(looksLikeNumber)) return null;
  if (columnsNamed(fields.filter(isWord), 'price').length === 0) return null;
  const named = matchColumns(fields);
  const found = roles.filter((role) => named[role] !== undefined);
  // A single known word may be the name of a dish.
  if (found.length < 2) return null;
  const missing = roles.filter((role) => !found.includes(role));
  if (missing.length > 0) return { kind: 'unmatched', missing };
  const isOtherPrice =
    priceOf(fields[named.price!]!) !== priceOf(current.header[current.columns.price!]!);
  if (isOtherPrice) return { kind: 'unmatched', missing: ['price'] };
  const columns = Object.fromEntries(roles.map((role) => [role, named[role]])) as Columns;
  return { kind: 'other', columns };
}

function isSame(fields: readonly string[], header: readonly string[]): boolean {
  return (
    fields.length === header.length &&
    fields.every((field, column) => bare(field) === bare(header[column]!))
  );
}

/** A file appended to another keeps its byte order mark. */
function bare(name: string): string {
  return name.replace(/^\uFEFF/, '').trim();
}

function isWord(field: string): boolean {
  return field.trim() !== '';
}
