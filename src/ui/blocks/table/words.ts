/** Sentences about a table, both visible ones and ones for screen readers. */
import { clip } from '../../../i18n/format';
import { messages } from '../../../i18n/locale';
import type { Sort } from './sorting';

const LONGEST_SEARCH = 60;

export function sortedWords(sort: Sort | null): string {
  const { table: words } = messages().blocks;
  return sort ? words.sorted(sort.column.label, sort.direction) : words.unsorted;
}

/** `12 of 690 rows` */
export function countWords(found: number, all: number): string {
  const { table: words } = messages().blocks;
  return found === all ? words.rows(all) : words.found(found, all);
}

/** `12 of 690 rows match “mic”.` */
export function foundWords(found: number, all: number, text: string): string {
  const { table: words } = messages().blocks;
  if (text === '') return words.allRows(all);
  const searched = clip(text, LONGEST_SEARCH);
  return found === 0 ? words.noMatch(searched) : words.matches(found, all, searched);
}

/** `26 to 50 of 690` */
export function positionWords(start: number, end: number, count: number): string {
  const { table: words } = messages().blocks;
  return count === 0 ? words.noRows : words.position(start + 1, end, count);
}

export function copiedWords(copied: number, count: number): string {
  const { table: words } = messages().blocks;
  return copied < count ? words.copiedFirst(copied, count) : words.copied(count);
}

export function notPrintedWords(left: number): string {
  return messages().blocks.table.notPrinted(left);
}
