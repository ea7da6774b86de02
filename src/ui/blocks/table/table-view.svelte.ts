import type { Rows } from '../../../lib/kinds';
import { locale } from '../../../i18n/locale';
import type { Column, TableRow } from '../../../reports/report';
import { KnownColumns } from './known-columns';
import { nextSort, type Sort } from './sorting';
import { foundWords, positionWords, sortedWords } from './words';

/** The page sizes. A table longer than the smallest size has pages and a search field. */
export const PAGE_SIZES = [25, 50, 100] as const;

export interface PlacedRow {
  /** The row's index in the report's own order. */
  readonly index: number;
  readonly row: TableRow;
}

/**
 * Determines which rows of a table are on screen. Sorting reorders only the indexes of the rows.
 */
export class TableView {
  sort = $state.raw<Sort | null>(null);
  /** The search text as typed. */
  search = $state('');
  /** The search text that the rows on screen match. */
  foundBy = $state('');
  pageSize = $state<number>(PAGE_SIZES[0]);
  /** Whether sorting or searching is still running. */
  isBusy = $state(false);
  #announcement = $state.raw({ words: '', language: locale().language });
  #page = $state(0);
  /** The indexes of the rows shown; null means all rows in the report's own order. */
  #order = $state.raw<Uint32Array | null>(null);

  readonly #rows: Rows<TableRow>;
  readonly #columns: KnownColumns;
  #run = new AbortController();

  constructor(rows: Rows<TableRow>, columns: readonly Column[]) {
    this.#rows = rows;
    this.#columns = new KnownColumns(rows, columns);
  }

  /** Tells screen readers about the last change; empty after the language changes. */
  get announcement(): string {
    return this.#announcement.language === locale().language ? this.#announcement.words : '';
  }

  set announcement(words: string) {
    this.#announcement = { words, language: locale().language };
  }

  /** The order of the rows. It is a new array whenever the rows or their order change. */
  get order(): Uint32Array | null {
    return this.#order;
  }

  /** The number of rows on all pages. */
  get count(): number {
    return this.#order?.length ?? this.#rows.length;
  }

  get all(): number {
    return this.#rows.length;
  }

  get lastPage(): number {
    return Math.max(0, Math.ceil(this.count / this.pageSize) - 1);
  }

  get page(): number {
    return this.#page;
  }

  get start(): number {
    return this.#page * this.pageSize;
  }

  get end(): number {
    return Math.min(this.start + this.pageSize, this.count);
  }

  /** Returns the rows from `start` to `end` in the order shown. */
  rowsBetween(start: number, end: number): PlacedRow[] {
    const rows: PlacedRow[] = [];
    for (let place = Math.max(0, start); place < Math.min(end, this.count); place += 1) {
      const index = this.#order?.[place] ?? place;
      rows.push({ index, row: this.#rows.at(index)! });
    }
    return rows;
  }

  goTo(page: number): void {
    this.#page = Math.min(Math.max(0, page), this.lastPage);
    this.announcement = positionWords(this.start, this.end, this.count);
  }

  /** Changes the page size so that the first row on screen stays on screen. */
  setPageSize(size: number): void {
    const first = this.start;
    this.pageSize = size;
    this.goTo(Math.floor(first / size));
  }

  async sortBy(column: Column): Promise<void> {
    await this.sortAs(nextSort(this.sort, column));
  }

  /** Sorts the rows; null restores the report's own order. */
  async sortAs(sort: Sort | null): Promise<void> {
    this.sort = sort;
    await this.#show(() => sortedWords(this.sort));
  }

  async find(text: string): Promise<void> {
    this.search = text;
    await this.#show(() => foundWords(this.count, this.all, this.foundBy));
  }

  /** Stops pending work. Must be called when the table is removed. */
  dispose(): void {
    this.#columns.forget();
    this.#run.abort();
  }

  async #show(words: () => string): Promise<void> {
    this.#run.abort();
    const run = new AbortController();
    this.#run = run;
    const [sort, text] = [this.sort, this.search.trim()];
    this.isBusy = true;
    try {
      const sorted = sort && (await this.#columns.sorted(sort));
      const order = text === '' ? sorted : await this.#columns.found(text, sorted, run.signal);
      if (run.signal.aborted) return;
      this.#order = order;
      this.foundBy = text;
      this.#page = 0;
      this.announcement = words();
    } catch (error) {
      // A newer request replaced this one.
      if (!run.signal.aborted) throw error;
    } finally {
      if (!run.signal.aborted) this.isBusy = false;
    }
  }
}
