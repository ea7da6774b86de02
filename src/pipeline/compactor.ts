import type { Engine } from '../engine/engine';
import { ROLLUPS } from '../sql';

const CODED = [
  { table: 'coded_sales', merged: ROLLUPS.merged_coded_sales },
  { table: 'coded_visits', merged: ROLLUPS.merged_coded_visits },
];

const COUNT_ROWS = {
  name: 'count_rows',
  sql: CODED.map(({ table }) => `select '${table}' as rollup, count(*) as n from ${table}`).join(
    ' union all ',
  ),
};

const ROWS = 4_000_000;

/**
 * Merges what the chunks of a table of orders add up to before it piles up, so that memory is bounded by
 * the distinct names and not by the number of chunks: whenever it has doubled since the last merge, but
 * not below a floor.
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
    for (const { table, merged } of CODED) {
      const before = this.#rowsAfterMerge.get(table) ?? 0;
      if ((rows.get(table) ?? 0) <= Math.max(this.#floor, 2 * before)) continue;
      const sql = `create or replace table ${table} as ${merged.sql}`;
      await this.#engine.run({ name: merged.name, sql });
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
