/** What a load noticed and rejected, without the names of guests. Nothing stays of which it is not sure that it is none. */
import { cleanName } from '../../lib/clean-name';
import type { Findings, Tidied } from '../../domain/findings';
import { HIDDEN } from './hidden';
import type { Pseudonyms } from './pseudonyms';
import type { Reject, Rejects } from '../../domain/receipt';
import type { Role } from '../../domain/roles';
import type { Dataset } from '../../pipeline/dataset';

/** Of a cell of a file, by what its column is for. */
export type HideCell = (text: string, role: Role | undefined) => string;

/** Digits and what stands around them, currencies too, and no letters. */
const NO_LETTERS = /^[^\p{L}\p{M}]*$/u;

/**
 * A rejected record may have its columns shifted, so that a guest's name stands under the dish or the
 * price: a restaurant or a dish stays where the reports have it too, a number where it is one.
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

/** Of a file of which a person has yet to say what its columns are: what is for nothing may hold anything. */
export function hideFileCell(pseudonyms: Pseudonyms): HideCell {
  return (text, role) => {
    if (role === 'customer') return pseudonyms.of(cleanName(text));
    return role === undefined ? HIDDEN : text;
  };
}

/** Restaurants, and the dishes that the five tables name. */
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

/** Whose names were trimmed is not known, only that they were. */
function hideTidied(tidied: Tidied): Tidied {
  return tidied.kind === 'trimmed' ? { ...tidied, examples: [] } : tidied;
}
