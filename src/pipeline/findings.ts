/** Collects findings chunk by chunk in bounded memory. */
import type { Chunk } from '../ingest/records/chunk';
import { DriftWatch, type IsKnown } from '../ingest/records/drift-watch';
import type { Layout } from '../ingest/layout/layout';
import type {
  Findings,
  MiddleHeader,
  CountedExamples,
  RepeatedLine,
  UnclosedQuote,
  Tidied,
  TotalRow,
} from '../domain/findings';
import type { TableHeader } from '../domain/receipt';
import { RepeatCounter, type Repeat } from './repeat-counter';

/** The number of findings that are kept per kind. Further findings are only counted. */
const FIRST = 20;

class Notes<T> implements CountedExamples<T> {
  count = 0;
  readonly first: T[] = [];

  add(notes: readonly T[]): void {
    this.count += notes.length;
    if (this.first.length < FIRST) this.first.push(...notes.slice(0, FIRST - this.first.length));
  }
}

/** The findings of one input table. Chunks must arrive in order. */
export class FindingsLog {
  readonly #unclosedQuotes = new Notes<UnclosedQuote>();
  readonly #headers = new Notes<MiddleHeader>();
  readonly #totals = new Notes<TotalRow>();
  readonly #repeats = new RepeatCounter();
  readonly #drift: DriftWatch;
  /** The header that applies after the last chunk. */
  #table: TableHeader;

  constructor(layout: Layout) {
    this.#drift = new DriftWatch(layout);
    this.#table = layout;
  }

  add(chunk: Chunk): void {
    this.#unclosedQuotes.add(chunk.unclosedQuotes);
    this.#headers.add(chunk.middleHeaders);
    this.#repeats.add(chunk);
    this.#drift.add(chunk);
    this.#table = chunk.headers.tables[0]!;
  }

  addTotal(total: TotalRow): void {
    this.#totals.add([total]);
  }

  /**
   * Returns the candidates for repeated lines, which the engine then compares with the other lines.
   */
  repeats(): readonly Repeat[] {
    return this.#repeats.repeats();
  }

  /**
   * Returns the values of records with a different number of columns. If the role of a value is
   * known, it helps to match the columns.
   */
  driftedValues(): readonly string[] {
    return this.#drift.values();
  }

  finish(tidied: readonly Tidied[], repeats: readonly RepeatedLine[], isKnown: IsKnown): Findings {
    return {
      unclosedQuotes: this.#unclosedQuotes,
      headers: this.#headers,
      drifts: this.#drift.drifts(this.#table, isKnown),
      totals: this.#totals,
      tidied,
      repeats,
    };
  }
}
