/**
 * Masks guests in findings and rejected records, and hides any value that can be a guest's name.
 */
import { cleanName } from '../../lib/clean-name';
import type { Findings, Tidied } from '../../domain/findings';
import { HIDDEN } from './hidden';
import type { Pseudonyms } from './pseudonyms';
import type { Reject, Rejects } from '../../domain/receipt';
import type { Role } from '../../domain/roles';
import type { Dataset } from '../../pipeline/dataset';

export type HideCell = (text: string, role: Role | undefined) => string;

const NO_LETTERS = /^[^\p{L}\p{M}]*$/u;

/**
 * Masks cells of rejected records, where shifted fields can put a guest's name in any column. Shows
 * a restaurant or dish only if the reports contain it, and a price or quantity only without
 * letters.
 */
export function hideRejectCell(pseudonyms: Pseudonyms, results: Dataset['results']): HideCell {
  let known: Set<string> | null = null;
  return (text, role) => {
    const name = cleanName(text);
    if (name === '') return text;
    if (role === 'customer') return pseudonyms.of(name);
    if (role === 'restaurant' || role === 'dish') {
      known ??= knownNames(results);
      return known.has(name) ? text : HIDDEN;
    }
    return role !== undefined && NO_LETTERS.test(text) ? text : HIDDEN;
  };
}

/**
 * Masks cells while the person maps the columns, when a column without a role can contain names.
 */
export function hideFileCell(pseudonyms: Pseudonyms): HideCell {
  return (text, role) => {
    if (role === 'customer') return pseudonyms.of(cleanName(text));
    return role === undefined ? HIDDEN : text;
  };
}

function knownNames({ tables }: Dataset['results']): Set<string> {
  const names = new Set<string>();
  for (const row of tables.restaurant_stats) names.add(row.restaurant_names);
  for (const row of tables.popular_dishes) names.add(row.food_names);
  for (const row of tables.profitable_dishes) names.add(row.food_names);
  return names;
}

export function hideRejects(rejects: Rejects, hide: HideCell): Rejects {
  const own = (reject: Reject) => hideReject(reject, hide);
  return {
    count: rejects.count,
    tables: rejects.tables,
    hasRawLines: rejects.hasRawLines,
    groups: rejects.groups.map((group) => ({ ...group, first: group.first.map(own) })),
    async *batches() {
      for await (const batch of rejects.batches()) yield batch.map(own);
    },
  };
}

function hideReject(reject: Reject, hide: HideCell): Reject {
  const { record } = reject;
  if ('rawLine' in record) return { ...reject, record: { ...record, rawLine: HIDDEN } };
  const roles = new Map(
    Object.entries(record.table.columns).map(([role, column]) => [column, role as Role]),
  );
  const fields = record.fields.map((field, column) => hide(field, roles.get(column)));
  return { ...reject, record: { ...record, fields } };
}

export function hideFindings(findings: Findings, pseudonyms: Pseudonyms): Findings {
  return {
    ...findings,
    tidied: findings.tidied.map(hideTidied),
    repeats: findings.repeats.map((repeat) => ({
      ...repeat,
      customer: pseudonyms.of(cleanName(repeat.customer)),
    })),
  };
}

/** Removes the examples of trimmed names: they have no role, so they can be guests. */
function hideTidied(tidied: Tidied): Tidied {
  return tidied.kind === 'trimmed' ? { ...tidied, examples: [] } : tidied;
}
