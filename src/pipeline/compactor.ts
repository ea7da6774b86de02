import type { Engine } from '../engine/engine';
import { ROLLUPS } from '../sql';
import { replaceTable } from '../sql/model';

const ROLLUPS_OF_CHUNKS = [
  { table: 'chunk_dish_sales', merge: ROLLUPS.source_dish_sales },
  { table: 'chunk_customer_visits', merge: ROLLUPS.source_customer_visits },
  { table: 'chunk_dish_prices', merge: ROLLUPS.source_dish_prices },
];

const COUNT_ROWS = {
  name: 'count_rows',
  sql: ROLLUPS_OF_CHUNKS.map(
    ({ table }) => `select '${table}' as rollup, count(*) as n from ${table}`,
  ).join(' union all '),
};

const ROWS = 2_000_000;

/**
 * Merges the chunks' rollups before they pile up, so that memory is bounded by the distinct names and
 * not by the number of chunks: whenever they have doubled since the last merge, but not below a floor.
 */
export class Compactor {
  readonly #engine: Engine;
  readonly #floor: number;
  readonly #rowsAfterMerge = new Map<string, number>();
  /** No rollup can have more: a chunk adds no more rows to one than it has lines. */
  #rowsAtMost = 0;

  constructor(engine: Engine, floor = ROWS) {
    this.#engine = engine;
    this.#floor = floor;
  }

  async afterChunk(lines: number): Promise<void> {
    this.#rowsAtMost += lines;
    if (this.#rowsAtMost <= this.#floor) return;
    let rows = await this.#countRows();
    for (const { table, merge } of ROLLUPS_OF_CHUNKS) {
      const merged = this.#rowsAfterMerge.get(table) ?? 0;
      if ((rows.get(table) ?? 0) <= Math.max(this.#floor, 2 * merged)) continue;
      await this.#engine.run(replaceTable({ name: table, sql: merge.sql }));
      rows = await this.#countRows();
      this.#rowsAfterMerge.set(table, rows.get(table) ?? 0);
    }
    this.#rowsAtMost = Math.max(...rows.values());
  }

  async #countRows(): Promise<ReadonlyMap<string, number>> {
    const counts = await this.#engine.query(COUNT_ROWS, { rollup: 'text', n: 'count' });
    return new Map(Array.from(counts, ({ rollup, n }) => [rollup, n]));
  }
}
