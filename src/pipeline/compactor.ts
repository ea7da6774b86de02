import type { Engine } from '../engine/engine';
import { ROLLUPS } from '../sql';
import { replaceTable } from '../sql/model';

const ROLLUPS_OF_CHUNKS = [
  { table: 'chunk_dish_sales', merge: ROLLUPS.source_dish_sales },
  { table: 'chunk_customer_visits', merge: ROLLUPS.source_customer_visits },
];

const ROWS = 2_000_000;

/**
 * Merges the chunks' rollups before they pile up, so that memory is bounded by the distinct names and
 * not by the number of chunks: whenever they have doubled since the last merge, but not below a floor.
 */
export class Compactor {
  readonly #engine: Engine;
  readonly #floor: number;
  readonly #rowsAfterMerge = new Map<string, number>();

  constructor(engine: Engine, floor = ROWS) {
    this.#engine = engine;
    this.#floor = floor;
  }

  async afterChunk(): Promise<void> {
    for (const { table, merge } of ROLLUPS_OF_CHUNKS) {
      const merged = this.#rowsAfterMerge.get(table) ?? 0;
      if ((await this.#count(table)) <= Math.max(this.#floor, 2 * merged)) continue;
      await this.#engine.run(replaceTable({ name: table, sql: merge.sql }));
      this.#rowsAfterMerge.set(table, await this.#count(table));
    }
  }

  async #count(table: string): Promise<number> {
    const rows = await this.#engine.query(
      { name: 'count_rows', sql: `select count(*) as n from ${table}` },
      { n: 'count' },
    );
    return rows.at(0)?.n ?? 0;
  }
}
