/** Compares two loads by their remembered summaries. */
import type { DishColumns, Figures, Summary } from '../domain/remembered-load';
import type { Move } from './report';

/**
 * Sorted names that are only in the present load (`added`) or only in the earlier load (`gone`).
 */
export interface NameChanges {
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/**
 * Compares the names, numbers and ranks of two loads. Equal values share a rank, so a change of
 * order by name alone is not a move. A value that is missing in one load is not compared.
 */
export class Differences {
  readonly restaurants: NameChanges;
  readonly #before: Side;
  readonly #now: Side;

  constructor(before: Summary, now: Summary) {
    this.#before = new Side(before);
    this.#now = new Side(now);
    this.restaurants = nameChanges(this.#before.restaurants, this.#now.restaurants);
  }

  /**
   * Returns both loads' numbers for a restaurant, or for all if `restaurant` is null. Returns null
   * if a load lacks the restaurant.
   */
  figures(restaurant: string | null): { readonly before: Figures; readonly now: Figures } | null {
    const [before, now] = [this.#before.figures(restaurant), this.#now.figures(restaurant)];
    return before && now ? { before, now } : null;
  }

  /**
   * Compares the dishes of one restaurant or of all. For all, a dish that moved between restaurants
   * is not new.
   */
  dishes(restaurant: string | null): NameChanges {
    const [before, now] = [this.#before.dishes(restaurant), this.#now.dishes(restaurant)];
    return before.size > 0 && now.size > 0
      ? nameChanges([...before], [...now])
      : { added: [], gone: [] };
  }

  /** Returns how a dish's rank in its restaurant has changed; null if it has not. */
  dish(restaurant: string, dish: string, by: Ranking): Move | null {
    const [before, now] = [this.#before.ranks(restaurant, by), this.#now.ranks(restaurant, by)];
    if (before.size === 0) return null;
    // A dish without a revenue rank can still have existed in the earlier load.
    const isNew = !this.#before.dishes(restaurant).has(dish);
    return isNew && now.has(dish) ? { kind: 'new' } : moveBetween(before.get(dish), now.get(dish));
  }

  /**
   * Returns how a customer's rank by restaurants visited has changed; null if unknown or unchanged.
   */
  traveller(name: string): Move | null {
    const [before, now] = [this.#before.travellers, this.#now.travellers];
    if (!before || before.ranks.size === 0 || !now) return null;
    const isNew = before.areAll && !before.ranks.has(name) && now.ranks.has(name);
    return isNew ? { kind: 'new' } : moveBetween(before.ranks.get(name), now.ranks.get(name));
  }

  /** Returns a restaurant's earlier most frequent visitor; null if unknown or unchanged. */
  visitor(restaurant: string): Move | null {
    const [before, now] = [this.#before.visitor(restaurant), this.#now.visitor(restaurant)];
    if (before === undefined || now === undefined || before === now) return null;
    return { kind: 'new', was: before };
  }
}

export type Ranking = 'orders' | 'revenue';

interface Ranks {
  readonly ranks: ReadonlyMap<string, number>;
  readonly areAll: boolean;
}

type Sold = ReadonlyMap<string, { readonly orders: number; readonly revenue: bigint | null }>;

/** Indexes one load by names, and computes ranks on demand. */
class Side {
  readonly restaurants: readonly string[];
  readonly travellers: Ranks | null;
  readonly #figures: ReadonlyMap<string | null, Figures>;
  readonly #sold: ReadonlyMap<string, Sold>;
  readonly #visitors: ReadonlyMap<string, string>;
  readonly #ranks = new Map<string, ReadonlyMap<string, number>>();
  #all: ReadonlySet<string> | null = null;

  constructor({ figures, dishes, guests }: Summary) {
    this.#figures = new Map(figures.map((own) => [own.restaurant, own]));
    this.restaurants = figures.flatMap(({ restaurant }) => restaurant ?? []);
    this.#sold = soldBy(dishes);
    this.#visitors = new Map(guests?.visitors ?? []);
    const { names, visited, areAll } = guests?.travellers ?? { names: [], visited: [] };
    this.travellers = areAll === undefined ? null : { ranks: ranksOf(zip(names, visited)), areAll };
  }

  figures(restaurant: string | null): Figures | undefined {
    return this.#figures.get(restaurant);
  }

  dishes(restaurant: string | null): ReadonlySet<string> {
    if (restaurant !== null) return new Set(this.#sold.get(restaurant)?.keys() ?? []);
    this.#all ??= new Set([...this.#sold.values()].flatMap((sold) => [...sold.keys()]));
    return this.#all;
  }

  ranks(restaurant: string, by: Ranking): ReadonlyMap<string, number> {
    const key = `${by} ${restaurant}`;
    const known = this.#ranks.get(key);
    if (known) return known;
    const sold = [...(this.#sold.get(restaurant) ?? [])];
    const ranks = ranksOf(
      sold.flatMap(([dish, { orders, revenue }]): [string, number | bigint][] => {
        const total = by === 'orders' ? orders : revenue;
        return total === null ? [] : [[dish, total]];
      }),
    );
    this.#ranks.set(key, ranks);
    return ranks;
  }

  visitor(restaurant: string): string | undefined {
    return this.#visitors.get(restaurant);
  }
}

function soldBy({ restaurants, names, orders, revenues }: DishColumns): ReadonlyMap<string, Sold> {
  const all = new Map<string, Map<string, { orders: number; revenue: bigint | null }>>();
  restaurants.forEach((restaurant, index) => {
    const own =
      all.get(restaurant) ?? new Map<string, { orders: number; revenue: bigint | null }>();
    all.set(restaurant, own);
    own.set(names[index]!, { orders: orders[index]!, revenue: revenues[index]! });
  });
  return all;
}

function zip(names: readonly string[], values: readonly number[]): [string, number][] {
  return names.map((name, index) => [name, values[index]!]);
}

/** Ranks names by total. A rank is one more than the number of greater totals. */
function ranksOf(totals: readonly (readonly [string, number | bigint])[]): Map<string, number> {
  const sorted = [...totals].sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0));
  const ranks = new Map<string, number>();
  let rank = 1;
  sorted.forEach(([name, total], index) => {
    if (index > 0 && total !== sorted[index - 1]![1]) rank = index + 1;
    ranks.set(name, rank);
  });
  return ranks;
}

function moveBetween(before: number | undefined, now: number | undefined): Move | null {
  if (before === undefined || now === undefined || before === now) return null;
  return before > now
    ? { kind: 'up', places: before - now }
    : { kind: 'down', places: now - before };
}

function nameChanges(before: readonly string[], now: readonly string[]): NameChanges {
  const [earlier, later] = [new Set(before), new Set(now)];
  return {
    added: now.filter((name) => !earlier.has(name)),
    gone: before.filter((name) => !later.has(name)),
  };
}
