/** Compares names by Unicode code point, as DuckDB and BigQuery sort them. */
import type { Rows } from './kinds';

export function compareNames(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at === length ? a.length - b.length : rankAt(a, at) - rankAt(b, at);
}

/**
 * Finds a name by binary search in rows that are sorted by `column` from index `from`. Returns its
 * index or -1.
 */
export function indexOfName<C extends string>(
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

/**
 * Ranks a UTF-16 code unit. Surrogates rank after all other code units, because they encode the
 * code points above U+FFFF.
 */
function rankAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
