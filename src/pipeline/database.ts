import type { Engine } from '../engine/engine';
import { MARTS, PAGE_MARTS, SETUP, STAGING } from '../sql';
import { createView } from '../sql/model';
import { TOTAL_WORDS_MACRO } from '../sql/total-words';
import type { LoadedTable } from './dataset';

/** An engine with the project's tables and views, and what is in them. */
export interface Database {
  readonly engine: Engine;
  /** The tables of orders whose rollups it holds; `load` alone writes it. */
  held: readonly LoadedTable[];
}

/** The tables and views that a load works on. Once per engine, while the user looks for a file. */
export async function createDatabase(engine: Engine): Promise<Database> {
  await engine.run(SETUP.macros);
  await engine.run(TOTAL_WORDS_MACRO);
  await engine.run(SETUP.schema);
  await engine.run(createView(STAGING.kept_lines));
  for (const mart of [...Object.values(MARTS), ...Object.values(PAGE_MARTS)]) {
    await engine.run(createView(mart));
  }
  return { engine, held: [] };
}
