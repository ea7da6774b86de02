import { baseKind, type Rows } from '../../../lib/kinds';
import type { Column, TableRow } from '../../../reports/report';
import { codeColumn, type CodedColumn } from './coded-column';
import { findRows, foldColumn, type SearchableColumn } from './searching';
import { Slices } from './slices';
import { orderByRank, rankValues, type Ranking, type Sort } from './sorting';

/** Caches what sorting and searching compute for each column. */
export class KnownColumns {
  readonly #rows: Rows<TableRow>;
  readonly #textColumns: readonly Column[];
  readonly #coded = new Map<string, Promise<CodedColumn>>();
  readonly #ranked = new Map<string, Promise<Ranking>>();
  readonly #folded = new Map<string, Promise<SearchableColumn>>();
  readonly #life = new AbortController();

  constructor(rows: Rows<TableRow>, columns: readonly Column[]) {
    this.#rows = rows;
    this.#textColumns = columns.filter(({ kind }) => baseKind(kind) === 'text');
  }

  async sorted({ column: { name, isNumber }, direction }: Sort): Promise<Uint32Array> {
    const coded = await this.#code(name);
    const ranking = await once(this.#ranked, name, () =>
      rankValues(coded.values, this.#slices(), isNumber),
    );
    return orderByRank(coded, ranking, direction);
  }

  /** Returns the rows of `order`, or of all rows if it is null, that contain the text. */
  async found(text: string, order: Uint32Array | null, signal: AbortSignal): Promise<Uint32Array> {
    const columns: SearchableColumn[] = [];
    for (const { name } of this.#textColumns) {
      const folded = once(this.#folded, name, async () =>
        foldColumn(await this.#code(name), this.#slices()),
      );
      columns.push(await folded);
    }
    return findRows(columns, text, order, new Slices(signal));
  }

  /** Cancels pending work. */
  forget(): void {
    this.#life.abort();
  }

  #code(name: string): Promise<CodedColumn> {
    return once(this.#coded, name, () => codeColumn(this.#rows, name, this.#slices()));
  }

  #slices(): Slices {
    return new Slices(this.#life.signal);
  }
}

function once<T>(made: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  let promise = made.get(name);
  if (!promise) {
    promise = make();
    made.set(name, promise);
  }
  return promise;
}
