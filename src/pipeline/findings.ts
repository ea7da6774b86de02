/** What is noticed chunk by chunk, bounded whatever the size of the file. */
import type { Chunk, Ending, Repeat } from '../ingest/chunk';
import type {
  Findings,
  MiddleHeader,
  Noticed,
  RepeatedLine,
  Swallow,
  Tidied,
  TotalRow,
} from '../lib/findings';

/** More than a person reads. */
const FIRST = 20;

const NOTHING: Ending = { drifts: [], repeats: [] };

class Notes<T> implements Noticed<T> {
  count = 0;
  readonly first: T[] = [];

  add(notes: readonly T[]): void {
    this.count += notes.length;
    if (this.first.length < FIRST) this.first.push(...notes.slice(0, FIRST - this.first.length));
  }
}

/** Of one table of orders. */
export class FindingsLog {
  readonly #swallows = new Notes<Swallow>();
  readonly #headers = new Notes<MiddleHeader>();
  readonly #totals = new Notes<TotalRow>();
  #ending = NOTHING;

  add({ swallows, headers, ending }: Chunk, totals: readonly TotalRow[]): void {
    this.#swallows.add(swallows);
    this.#headers.add(headers);
    this.#totals.add(totals);
    this.#ending = ending ?? this.#ending;
  }

  /** Lines that came again and again, to be judged by what else there is. */
  get repeats(): readonly Repeat[] {
    return this.#ending.repeats;
  }

  finish(tidied: readonly Tidied[], repeats: readonly RepeatedLine[]): Findings {
    return {
      swallows: this.#swallows,
      headers: this.#headers,
      drifts: this.#ending.drifts,
      totals: this.#totals,
      tidied,
      repeats,
    };
  }
}
