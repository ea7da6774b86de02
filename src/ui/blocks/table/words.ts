/** What a table says of itself: on the page, and to those who hear it. */
import { clip, formatCount, formatNumberOf } from '../../../lib/format';
import type { Sort } from './sorting';

const LONGEST_SEARCH = 60;

export function sortedWords(sort: Sort | null): string {
  return sort ? `Sorted by ${sort.column.label}, ${sort.direction}.` : 'In the report’s own order.';
}

/** `12 of 690 rows` */
export function countWords(found: number, all: number): string {
  return found === all
    ? formatNumberOf(all, 'row')
    : `${formatCount(found)} of ${formatNumberOf(all, 'row')}`;
}

/** `12 of 690 rows match “mic”.` */
export function foundWords(found: number, all: number, text: string): string {
  if (text === '') return `All ${formatNumberOf(all, 'row')}.`;
  const searched = `“${clip(text, LONGEST_SEARCH)}”`;
  if (found === 0) return `No row matches ${searched}.`;
  return `${formatCount(found)} of ${formatNumberOf(all, 'row')} ${found === 1 ? 'matches' : 'match'} ${searched}.`;
}

/** `26 to 50 of 690` */
export function positionWords(start: number, end: number, count: number): string {
  if (count === 0) return 'No rows';
  return `${formatCount(start + 1)} to ${formatCount(end)} of ${formatCount(count)}`;
}

export function copiedWords(copied: number, count: number): string {
  return copied < count
    ? `Copied the first ${formatCount(copied)} of ${formatNumberOf(count, 'row')}.`
    : `Copied ${formatNumberOf(count, 'row')}.`;
}

export const COPY_FORBIDDEN =
  'The browser does not let this page copy. The download has the same rows.';

export function notPrintedWords(left: number): string {
  return `${formatNumberOf(left, 'more row')} ${left === 1 ? 'is' : 'are'} not printed; the download has them all.`;
}
