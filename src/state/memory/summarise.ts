import { yieldToPage } from '../../lib/yield-to-page';
import type { Rows } from '../../lib/kinds';
import type { Figures, RememberedLoad, Summary } from '../../domain/remembered-load';
import { sha256OfParts } from '../../lib/sha256';
import type { Shown } from '../phase';

/**
 * Larger summaries would fill the browser's storage and take too long. The SQL reads one dish more
 * than the limit, to detect an excess.
 */
export const LIMITS = {
  restaurants: 10_000,
  dishes: 100_000,
  travellers: 1_000,
  letters: 20_000_000,
};

const ROWS_AT_ONCE = 4096;

/**
 * Summarises the reports. Returns null if there are too many names, and omits all guests if
 * `areGuestsHidden`. Rejects if the engine is lost or holds other tables.
 */
export async function summarise(
  { dataset, sold }: Pick<Shown, 'dataset' | 'sold'>,
  areGuestsHidden: boolean,
): Promise<Omit<RememberedLoad, 'at'> | null> {
  const { tables, scorecards } = dataset.results;
  const rows = await sold();
  const { restaurants: mostRestaurants, dishes: mostDishes, travellers: mostTravellers } = LIMITS;
  if (scorecards.length > mostRestaurants + 1 || rows.length > mostDishes) return null;
  const figures = await mapped(scorecards, (row): Figures => ({
    restaurant: row.restaurant,
    customers: row.customers,
    visits: row.visits,
    revenue: row.revenue,
    pricedVisits: row.priced_visits,
  }));
  const dishes = await mapped(rows, (row) => row);
  const customers = tables.customer_stats.slice(0, mostTravellers);
  const visitors = await mapped(
    tables.frequent_visitors,
    (row) => [row.restaurant_names, row.most_frequent_visitor] as const,
  );
  const summary: Summary = {
    figures,
    dishes: {
      restaurants: dishes.map((row) => row.restaurant_names),
      names: dishes.map((row) => row.food_names),
      orders: dishes.map((row) => row.order_count),
      revenues: dishes.map((row) => row.total_revenue),
    },
    guests: areGuestsHidden
      ? null
      : {
          visitors,
          travellers: {
            names: customers.map((row) => row.first_name),
            visited: customers.map((row) => row.restaurants_visited),
            areAll: customers.length === tables.customer_stats.length,
          },
        },
  };
  if (charactersOf(summary) > LIMITS.letters) return null;
  return {
    files: dataset.tables.map(({ source, receipt }) => ({
      name: source.name,
      lines: receipt.lines,
    })),
    fingerprint: await fingerprintOf(summary),
    summary,
  };
}

async function mapped<R, T>(rows: Rows<R>, make: (row: R) => T): Promise<T[]> {
  const made: T[] = [];
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    if (start > 0) await yieldToPage();
    for (const row of rows.slice(start, start + ROWS_AT_ONCE)) made.push(make(row));
  }
  return made;
}

function charactersOf({ figures, dishes, guests }: Summary): number {
  const length = (names: readonly (string | null)[]) =>
    names.reduce((sum, name) => sum + (name?.length ?? 0), 0);
  return (
    length(figures.map(({ restaurant }) => restaurant)) +
    length(dishes.restaurants) +
    length(dishes.names) +
    length(guests?.travellers.names ?? []) +
    length(guests?.visitors.flat() ?? [])
  );
}

/** Hashes a summary without its guests, so that hiding guests does not change the fingerprint. */
async function fingerprintOf({ figures, dishes }: Summary): Promise<string> {
  const encoder = new TextEncoder();
  const parts = [encoder.encode(JSON.stringify(figures, withBigints))];
  for (let start = 0; start < dishes.names.length; start += ROWS_AT_ONCE) {
    const of = (column: readonly unknown[]) => column.slice(start, start + ROWS_AT_ONCE);
    const some = [of(dishes.restaurants), of(dishes.names), of(dishes.orders), of(dishes.revenues)];
    parts.push(encoder.encode(JSON.stringify(some, withBigints)));
  }
  return sha256OfParts(parts);
}

function withBigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${String(value)}n` : value;
}
