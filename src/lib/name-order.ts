/** Names in the order of the tables: by Unicode code point, as DuckDB and BigQuery sort them. */
import type { Rows } from './kinds';

/** Below, at or above 0, as `a` comes before `b`, is the same, or comes after it. */
export function compareNames(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at === length ? a.length - b.length : rankAt(a, at) - rankAt(b, at);
}

/** Where a name stands in rows that are in the order of a column from `from` on; -1 where it does not. */
export function placeOfName<C extends string>(
  rows: Rows<Readonly<Record<C, string | null>>>,
  column: C,
  name: string,
  from = 0,
): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareNames(rows.at(middle)![column] ?? '', name) < 0) low = middle + 1;
    else high = middle;
  }
  return rows.at(low)?.[column] === name ? low : -1;
}

/** Halves of a code point above U+FFFF come after all that are whole. */
function rankAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
