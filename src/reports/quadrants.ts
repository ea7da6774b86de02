import type { Rows } from '../lib/kinds';
import { indexOfName } from '../lib/name-order';

/**
 * Returns one restaurant’s rows from the list of all menus. `lengthOf` reads a menu's length from
 * its first row.
 */
export function menuOf<R extends { readonly restaurant: string | null }>(
  menu: Rows<R>,
  restaurant: string | null,
  lengthOf: (first: R) => number,
): readonly R[] {
  const at = restaurant === null ? 0 : indexOfName(menu, 'restaurant', restaurant);
  const first = at < 0 ? undefined : menu.at(at);
  return first?.restaurant === restaurant ? menu.slice(at, at + lengthOf(first)) : [];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Sorts points by distance from the averages, the farthest first. `x` is compared as a ratio. */
export function byDistance<P extends Place>(points: readonly P[], averages: Place): P[] {
  const apart = ({ x, y }: Place) => [Math.abs(Math.log(x / averages.x)), Math.abs(y - averages.y)];
  const [widest = 1, highest = 1] = [0, 1].map(
    (axis) => Math.max(...points.map((point) => apart(point)[axis] ?? 0)) || 1,
  );
  const distance = (point: Place) => {
    const [across = 0, up = 0] = apart(point);
    return Math.hypot(across / widest, up / highest);
  };
  return [...points].sort((a, b) => distance(b) - distance(a));
}
