import { clip } from '../lib/format';
import type { Results } from '../sql/tables';

const LONGEST_IN_TITLE = 80;
const END_OF_THE_UNIVERSE = 'restaurantattheendoftheuniverse';

/** The restaurant that the page opens with: that at the End of the Universe, the only one, or all. */
export function defaultRestaurant({ tables }: Pick<Results, 'tables'>): string | null {
  const names = restaurantNames({ tables });
  const wanted = names.find((name) => plain(name).replace(/^the/, '') === END_OF_THE_UNIVERSE);
  return wanted ?? (names.length === 1 ? (names[0] ?? null) : null);
}

/** In the order of the result table. */
export function restaurantNames({ tables }: Pick<Results, 'tables'>): string[] {
  return Array.from(tables.restaurant_stats, (row) => row.restaurant_names);
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
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
