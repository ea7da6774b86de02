/** Sorts tied guests by pseudonym, because alphabetical order would reveal where each name is. */
import { yieldToPage } from '../../lib/yield-to-page';
import { columnOf, type Rows } from '../../lib/kinds';
import type { Pseudonyms } from './pseudonyms';

export interface Tie {
  readonly first: number;
  readonly count: number;
}

/** This many names can be masked without blocking the page. */
const NAMES_AT_ONCE = 2048;
/**
 * A sort key is a pseudonym's first 29 bits times this factor, plus the place within the tie. The
 * key fits in 53 bits.
 */
const PLACES = 2 ** 24;

/** Sorts each tie by pseudonym. Returns the index of the row for each place. */
export async function orderByPseudonym<C extends string>(
  rows: Rows<Readonly<Record<C, string>>>,
  column: C,
  ties: Iterable<Tie>,
  pseudonyms: Pseudonyms,
): Promise<Uint32Array> {
  const order = Uint32Array.from({ length: rows.length }, (_, index) => index);
  let named = 0;
  for (const { first, count } of ties) {
    const keys = new Float64Array(count);
    for (let start = 0; start < count; start += NAMES_AT_ONCE) {
      if (named > NAMES_AT_ONCE) {
        await yieldToPage();
        named = 0;
      }
      const end = Math.min(start + NAMES_AT_ONCE, count);
      const names = columnOf(rows, column, first + start, first + end);
      names.forEach((name, offset) => {
        const place = start + offset;
        keys[place] = pseudonyms.leading(name) * PLACES + place;
      });
      named += names.length;
    }
    // A typed array sorts a million numbers within 0.1 s.
    keys.sort();
    keys.forEach((key, place) => (order[first + place] = first + (key % PLACES)));
    sortEqualPrefixes(order, first, keys, (row) => pseudonyms.of(rows.at(row)![column]));
  }
  return order;
}

function sortEqualPrefixes(
  order: Uint32Array,
  first: number,
  keys: Float64Array,
  pseudonymOf: (row: number) => string,
): void {
  const beginning = (place: number) => Math.floor(keys[place]! / PLACES);
  for (let start = 0; start < keys.length; start += 1) {
    let end = start + 1;
    while (end < keys.length && beginning(end) === beginning(start)) end += 1;
    if (end - start > 1) {
      order
        .subarray(first + start, first + end)
        .sort((a, b) => (pseudonymOf(a) < pseudonymOf(b) ? -1 : 1));
    }
    start = end - 1;
  }
}

export function* tiesIn(numbers: readonly number[]): Generator<Tie> {
  let first = 0;
  for (let place = 1; place <= numbers.length; place += 1) {
    if (place < numbers.length && numbers[place] === numbers[first]) continue;
    if (place - first > 1) yield { first, count: place - first };
    first = place;
  }
}
