/** Adds the changes since an earlier load to a report. */
import { formatCell, formatMoment, formatRise, formatShortMoment } from '../i18n/format';
import type { Cell } from '../lib/kinds';
import { messages } from '../i18n/locale';
import { averageMoney } from '../domain/money';
import type { Figures, RememberedLoad } from '../domain/remembered-load';
import type { Differences } from './differences';
import type { Block, Move, Rankings, Report, Scorecards, Selection, Table } from './report';

type Card = Scorecards['cards'][number];

export type Earlier = Pick<RememberedLoad, 'at' | 'files'>;

export interface Compared {
  readonly differences: Differences;
  readonly earlier: Earlier;
}

export function comparedReport(report: Report, compared: Compared, about: Selection): Report {
  let isFirst = true;
  const blocks = report.blocks.map((block): Block => {
    if (block.type === 'scorecards') return withSince(block, compared, about.restaurant);
    if (block.type === 'rankings') return withDishMoves(block, report.name, compared);
    // Charts hold their own tables. Only the first table of the report is compared.
    if (block.type !== 'table' || !isFirst) return block;
    isFirst = false;
    return withMoves(block, report.name, compared, about);
  });
  return { ...report, blocks };
}

/** Returns the report with placeholders to show until the comparison is ready. */
export function reportToCompare(report: Report): Report {
  const since = { text: '', full: '' };
  const blocks = report.blocks.map((block): Block =>
    block.type === 'scorecards'
      ? {
          ...block,
          cards: block.cards.map((card) => (card.value === null ? card : { ...card, since })),
        }
      : block,
  );
  return { ...report, blocks };
}

/** Returns the earlier load's file name, or its number of files if there are several. */
export function nameOfEarlier({ files }: Earlier): string {
  const [first] = files;
  return messages().refresh.files(first?.name ?? '', files.length);
}

const FIGURES: readonly ((of: Figures) => number | bigint | null)[] = [
  ({ customers }) => customers,
  ({ visits }) => visits,
  ({ revenue }) => revenue,
  ({ revenue, pricedVisits }) => (revenue === null ? null : averageMoney(revenue, pricedVisits)),
];

function withSince(
  block: Scorecards,
  { differences, earlier }: Compared,
  restaurant: string | null,
): Scorecards {
  const both = differences.figures(restaurant);
  if (!both) return block;
  const cards = block.cards.map((card, index): Card => {
    const before = FIGURES[index]?.(both.before) ?? null;
    const since = card.value === null ? null : sinceThen(before, card.value, earlier);
    return since ? { ...card, since } : card;
  });
  return { ...block, cards };
}

/** Describes how a number has changed since an earlier load; null if it has no earlier value. */
export function sinceThen(before: Cell, now: Cell, earlier: Earlier): Card['since'] | null {
  if (typeof before !== typeof now || before === null || typeof before === 'string') return null;
  const words = messages().refresh.since;
  const when = formatShortMoment(earlier.at);
  const [was, is] = [BigInt(before), BigInt(now as number | bigint)];
  const full = words.was(formatCell(before), nameOfEarlier(earlier), formatMoment(earlier.at));
  if (is === was) return { text: words.same(when), full };
  const distance = is > was ? is - was : was - is;
  const sign = is > was ? '+' : '−';
  // A percentage that would be rounded to 0% or 100% says less than the number itself.
  const parts = distance * 10_000n;
  const isTellable = parts >= was && (parts <= was * 9_999n || distance >= was);
  const change =
    was > 0n && is >= 0n && isTellable
      ? formatRise(sign, distance, was)
      : `${sign}${formatCell(typeof before === 'bigint' ? distance : Number(distance))}`;
  return { text: words.changed(change, when), full };
}

function withDishMoves(block: Rankings, name: Report['name'], { differences }: Compared): Rankings {
  const by = name === 'popular_dishes' ? 'orders' : 'revenue';
  return { ...block, moves: (restaurant, dish) => differences.dish(restaurant, dish, by) };
}

function withMoves(
  block: Table,
  name: Report['name'],
  { differences }: Compared,
  { picked }: Selection,
): Table {
  const moves = (column: string, of: (name: string) => Move | null): Table => ({
    ...block,
    moves: { column, of },
  });
  if (name === 'restaurant_stats') {
    const added = new Set(differences.restaurants.added);
    return moves('restaurant_names', (own) => (added.has(own) ? { kind: 'new' } : null));
  }
  if (name === 'popular_dishes' || name === 'profitable_dishes') {
    const by = name === 'popular_dishes' ? 'orders' : 'revenue';
    return picked
      ? moves('food_names', (dish) => differences.dish(picked.restaurant, dish, by))
      : block;
  }
  // A summary remembers only the most frequent visitor of each restaurant.
  if (picked) return block;
  return name === 'customer_stats'
    ? moves('first_name', (guest) => differences.traveller(guest))
    : moves('most_frequent_visitor', (restaurant) => differences.visitor(restaurant));
}
