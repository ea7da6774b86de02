import type { Engine } from '../engine/engine';
import { COSTS, HINTS, MARTS, PAGE_MARTS, SETUP, STAGING } from '../sql';
import { createView, replaceTable } from '../sql/model';
import { TOTAL_WORDS_MACRO } from '../sql/total-words';
import type { LoadedTable } from './dataset';

/** An engine with the project's tables and views. */
export interface Database {
  readonly engine: Engine;
  /** The input tables whose rollups the database holds. Only `load` changes this list. */
  held: readonly LoadedTable[];
}

const VIEWS = [
  STAGING.telling_values,
  STAGING.suspects,
  STAGING.judged_lines,
  PAGE_MARTS.menu_dishes,
  HINTS.named,
  HINTS.alike_groups,
  COSTS.dish_costs,
];

/** Creates the tables and views, once per engine, before a file is chosen. */
export async function createDatabase(engine: Engine): Promise<Database> {
  await engine.run(SETUP.macros, SETUP.likening, TOTAL_WORDS_MACRO, SETUP.schema);
  await engine.run(...VIEWS.map(createView));
  await makeTables(engine);
  return { engine, held: [] };
}

/** Makes the five result tables from the current rollups. */
export async function makeTables(engine: Engine): Promise<void> {
  await engine.run(...Object.values(MARTS).map(replaceTable));
}
