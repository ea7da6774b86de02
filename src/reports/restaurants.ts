import { clip } from '../i18n/format';
import { placeOfName } from '../lib/name-order';
import type { Results } from '../sql/tables';

const LONGEST_IN_TITLE = 80;
const END_OF_THE_UNIVERSE = 'restaurantattheendoftheuniverse';

/** Of more nobody wants one before all others, and to look through them would hold up the page. */
export const MANY_RESTAURANTS = 10_000;

/** The restaurant that the page opens with: that at the End of the Universe, the only one, or all. */
export function defaultRestaurant({ tables }: Pick<Results, 'tables'>): string | null {
  const { restaurant_stats: rows } = tables;
  if (rows.length === 1) return nameAt({ tables }, 0);
  if (rows.length > MANY_RESTAURANTS) return null;
  for (const { restaurant_names: name } of rows) {
    if (plain(name).replace(/^the/, '') === END_OF_THE_UNIVERSE) return name;
  }
  return null;
}

/** By its position in the result table; null where there is none. */
export function nameAt({ tables }: Pick<Results, 'tables'>, position: number): string | null {
  return tables.restaurant_stats.at(position)?.restaurant_names ?? null;
}

/** Its position in the result table; -1 where it is not there. */
export function positionOf({ tables }: Pick<Results, 'tables'>, name: string): number {
  return placeOfName(tables.restaurant_stats, 'restaurant_names', name);
}

/** A name for a sentence: `the-ice-cream-parlor` as `The Ice Cream Parlor`; one with spaces is left alone. */
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

/** A display name as far as a title has room for it. */
export function nameInTitle(restaurant: string): string {
  return clip(displayName(restaurant), LONGEST_IN_TITLE);
}

function plain(name: string): string {
  return clip(name)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
