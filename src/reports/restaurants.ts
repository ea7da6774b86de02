import { clip } from '../i18n/format';
import { indexOfName } from '../lib/name-order';
import type { Results } from '../sql/tables';

const LONGEST_IN_TITLE = 80;
const END_OF_THE_UNIVERSE = 'restaurantattheendoftheuniverse';

/** Above this number the page opens with all restaurants, because searching them would block it. */
export const MANY_RESTAURANTS = 10_000;

/**
 * Returns the restaurant that the page opens with: the Restaurant at the End of the Universe, a
 * single restaurant, or null for all.
 */
export function defaultRestaurant({ tables }: Pick<Results, 'tables'>): string | null {
  const { restaurant_stats: rows } = tables;
  if (rows.length === 1) return nameAt({ tables }, 0);
  if (rows.length > MANY_RESTAURANTS) return null;
  for (const { restaurant_names: name } of rows) {
    if (plain(name).replace(/^the/, '') === END_OF_THE_UNIVERSE) return name;
  }
  return null;
}

export function nameAt({ tables }: Pick<Results, 'tables'>, position: number): string | null {
  return tables.restaurant_stats.at(position)?.restaurant_names ?? null;
}

/** The index of a name in the result table, or -1. */
export function positionOf({ tables }: Pick<Results, 'tables'>, name: string): number {
  return indexOfName(tables.restaurant_stats, 'restaurant_names', name);
}

/**
 * Makes a name readable in sentences: `the-ice-cream-parlor` becomes `The Ice Cream Parlor`. A name
 * with spaces does not change.
 */
export function displayName(name: string): string {
  if (!/^[a-z0-9]+([-_][a-z0-9]+)+$/.test(name)) return name;
  const small = new Set(['a', 'an', 'and', 'at', 'of', 'the', 'in', 'on']);
  return name
    .split(/[-_]/)
    .map((word, index) =>
      index > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');
}

export function nameInTitle(restaurant: string): string {
  return clip(displayName(restaurant), LONGEST_IN_TITLE);
}

function plain(name: string): string {
  return clip(name)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
