import type { Cell } from '../../../lib/kinds';
import { isOfWords, type Column } from '../../../reports/report';
import type { CodedColumn } from './coded-column';
import { compareNumberTexts } from './number-texts';
import type { Slices } from './slices';
import { TextOrder } from './text-order';

export type Direction = 'ascending' | 'descending';

export interface Sort {
  readonly column: Column;
  readonly direction: Direction;
}

const RUN = 2048;
const STEPS_AT_ONCE = 1024;

/** Returns the sorting after a click on a column head; null restores the report's own order. */
export function nextSort(current: Sort | null, column: Column): Sort | null {
  const first = isOfWords(column) ? 'ascending' : 'descending';
  if (current?.column.name !== column.name) return { column, direction: first };
  if (current.direction !== first) return null;
  return { column, direction: first === 'ascending' ? 'descending' : 'ascending' };
}

/** The rank of each value. Equal values share a rank, and missing values have the rank `count`. */
export interface Ranking {
  readonly ranks: Uint32Array;
  readonly count: number;
}

export async function rankValues(
  values: readonly Cell[],
  slices: Slices,
  areNumbers = false,
): Promise<Ranking> {
  const compare = areNumbers ? compareNumberTexts(values) : await comparisonOf(values, slices);
  const order = await sortInSlices(values.length, compare, slices);
  const ranks = new Uint32Array(values.length);
  let count = 0;
  for (let place = 0; place < order.length; place += 1) {
    if (place % STEPS_AT_ONCE === 0) await slices.rest();
    const value = order[place]!;
    const isEmpty = values[value] === null;
    if (!isEmpty && (place === 0 || compare(order[place - 1]!, value) !== 0)) count += 1;
    ranks[value] = isEmpty ? count : count - 1;
  }
  return { ranks, count };
}

/**
 * Orders rows with a counting sort of their ranks. Ties keep the report's order in both directions,
 * and missing values come last.
 */
export function orderByRank(
  { codes }: CodedColumn,
  { ranks, count }: Ranking,
  direction: Direction,
): Uint32Array {
  const places = new Uint32Array(ranks.length);
  for (let code = 0; code < ranks.length; code += 1) {
    const rank = ranks[code]!;
    places[code] = direction === 'ascending' || rank === count ? rank : count - 1 - rank;
  }
  const next = new Uint32Array(count + 2);
  for (const code of codes) next[places[code]! + 1]! += 1;
  for (let place = 1; place < next.length; place += 1) next[place]! += next[place - 1]!;
  const order = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) {
    const place = places[codes[row]!]!;
    order[next[place]!] = row;
    next[place]! += 1;
  }
  return order;
}

type Compare = (a: number, b: number) => number;

/**
 * Returns a function that compares two values by index. All values have the same type or are null.
 */
async function comparisonOf(values: readonly Cell[], slices: Slices): Promise<Compare> {
  if (!values.some((value) => typeof value === 'string')) {
    return (a, b) => compareNumbers(values[a]!, values[b]!);
  }
  const texts = new TextOrder();
  const keys: string[] = [];
  for (const value of values) {
    if (keys.length % STEPS_AT_ONCE === 0) await slices.rest();
    keys.push(texts.key(String(value)));
  }
  return (a, b) => {
    const [left, right] = [values[a]!, values[b]!];
    return left === null || right === null
      ? compareNumbers(left, right)
      : texts.compare(left as string, keys[a]!, right as string, keys[b]!);
  };
}

function compareNumbers(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Merge-sorts the indexes below `length` in slices, because the browser's own sort cannot be
 * paused.
 */
async function sortInSlices(
  length: number,
  compare: Compare,
  slices: Slices,
): Promise<Uint32Array> {
  let from = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) from[at] = at;
  for (let start = 0; start < length; start += RUN) {
    await slices.rest();
    from.subarray(start, start + RUN).sort(compare);
  }
  let to = new Uint32Array(length);
  for (let width = RUN; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const middle = Math.min(start + width, length);
      const end = Math.min(middle + width, length);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at += 1) {
        if (at % STEPS_AT_ONCE === 0) await slices.rest();
        const isLeft = left < middle && (right === end || compare(from[left]!, from[right]!) <= 0);
        to[at] = isLeft ? from[left++]! : from[right++]!;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
