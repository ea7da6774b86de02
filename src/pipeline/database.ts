import type { Engine } from '../engine/engine';
import { COSTS, HINTS, MARTS, PAGE_MARTS, SETUP, STAGING } from '../sql';
import { createView, replaceTable } from '../sql/model';
import { TOTAL_WORDS_MACRO } from '../sql/total-words';
import type { LoadedTable } from './dataset';

/** An engine with the project's tables and views, and what is in them. */
export interface Database {
  readonly engine: Engine;
  /** The tables of orders whose rollups it holds; `load` alone writes it. */
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

/** The tables and views that a load works on. Once per engine, while the user looks for a file. */
export async function createDatabase(engine: Engine): Promise<Database> {
  await engine.run(SETUP.macros, SETUP.likening, TOTAL_WORDS_MACRO, SETUP.schema);
  await engine.run(...VIEWS.map(createView));
  await makeTables(engine);
  return { engine, held: [] };
}

/** The five tables of what the rollups hold now: made once, for all that is read from them. */
export async function makeTables(engine: Engine): Promise<void> {
  await engine.run(...Object.values(MARTS).map(replaceTable));
}
