/** What quadrants of dishes have in common, whatever they are held against. */
import type { Rows } from '../lib/kinds';

/** The restaurants' menus lie one after the other, each as long as its first row says. */
export function menuOf<R extends { readonly restaurant: string | null }>(
  menu: Rows<R>,
  restaurant: string | null,
  lengthOf: (first: R) => number,
): readonly R[] {
  for (let at = 0; at < menu.length;) {
    const first = menu.at(at)!;
    const length = lengthOf(first);
    if (first.restaurant === restaurant) return menu.slice(at, at + length);
    at += length;
  }
  return [];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What is far from the averages has the most to say; what is on `x` is compared by how many times as much it is. */
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
