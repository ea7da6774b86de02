import type { Engine } from '../engine/engine';
import { Failure } from '../domain/failure';
import { ROLLUPS } from '../sql';

const CODED = [
  { table: 'coded_sales', merged: ROLLUPS.merged_coded_sales },
  { table: 'coded_visits', merged: ROLLUPS.merged_coded_visits },
];

/** Of other tables of orders: those on screen may stay, or be held until this load is through. */
const OTHERS = ['fresh_customer_visits', 'source_customer_visits'];

const COUNT_ROWS = {
  name: 'count_rows',
  sql: [...CODED.map(({ table }) => table), ...OTHERS]
    .map((table) => `select '${table}' as rollup, count(*) as n from ${table}`)
    .join(' union all '),
};

/** Rows that may pile up before they are merged. */
const ROWS = 4_000_000;

/**
 * A million names, or pairs of a restaurant and a customer, take up to 0.3 GB of the engine's memory, which
 * ends at 4 GB whatever the machine has (measured with 1 and 3 million customers in 10 million lines).
 */
const MOST_NAMES = 10_000_000;

export interface Limits {
  readonly rows?: number;
  readonly names?: number;
}

/**
 * Merges what the chunks of a table of orders add up to before it piles up, so that memory is bounded by
 * the distinct names and not by the number of chunks: whenever it has doubled since the last merge, but
 * not below a floor. Stops where there are too many names for any merge to help.
 */
export class Compactor {
  readonly #engine: Engine;
  readonly #source: string;
  readonly #floor: number;
  readonly #mostNames: number;
  readonly #rowsAfterMerge = new Map<string, number>();
  #names = 0;
  /** No rollup can have more: a chunk adds no more rows to one than it has lines. */
  #rowsAtMost = 0;
  #othersAtMost: number;

  /** `source`: the table's name. `linesBefore`: order lines of the other tables there are. */
  constructor(
    engine: Engine,
    source: string,
    linesBefore: number,
    { rows = ROWS, names = MOST_NAMES }: Limits = {},
  ) {
    this.#engine = engine;
    this.#source = source;
    this.#othersAtMost = linesBefore;
    this.#floor = rows;
    this.#mostNames = names;
  }

  /** `names`: distinct values that are new in it. Throws a Failure where memory would not hold what is to come. */
  async afterChunk(lines: number, names: number): Promise<void> {
    this.#rowsAtMost += lines;
    this.#names += names;
    const isTooMuch = this.#heldAtMost > this.#mostNames;
    if (this.#rowsAtMost <= this.#floor && !isTooMuch) return;
    let rows = await this.#countRows();
    for (const { table, merged } of CODED) {
      const before = this.#rowsAfterMerge.get(table) ?? 0;
      const most = Math.max(this.#floor, 2 * before);
      if (!isTooMuch && (rows.get(table) ?? 0) <= most) continue;
      const sql = `create or replace table ${table} as ${merged.sql}`;
      await this.#engine.run({ name: merged.name, sql });
      rows = await this.#countRows();
      this.#rowsAfterMerge.set(table, rows.get(table) ?? 0);
    }
    this.#rowsAtMost = Math.max(...CODED.map(({ table }) => rows.get(table) ?? 0));
    this.#othersAtMost = OTHERS.reduce((sum, table) => sum + (rows.get(table) ?? 0), 0);
    // Merged for each of the chunks that still fit, it would take longer than all the rest.
    if (isTooMuch && this.#heldAtMost > 0.8 * this.#mostNames) {
      throw tooManyNames(this.#source, this.#names);
    }
  }

  get #heldAtMost(): number {
    return this.#names + this.#rowsAtMost + this.#othersAtMost;
  }

  async #countRows(): Promise<ReadonlyMap<string, number>> {
    const counts = await this.#engine.query(COUNT_ROWS, { rollup: 'text', n: 'count' });
    return new Map(Array.from(counts, ({ rollup, n }) => [rollup, n]));
  }
}

function tooManyNames(source: string, names: number): Failure {
  return new Failure({
    fault: 'input',
    what: 'too many names',
    with: { names },
    where: { file: source },
  });
}
