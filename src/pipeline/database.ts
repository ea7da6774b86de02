import type { Engine } from '../engine/engine';
import { MARTS, SCHEMA, SCORECARDS_MART, STAGING } from '../sql';
import { createView } from '../sql/model';

/** The tables and views that a load works on. Once per engine, while the user looks for a file. */
export async function createDatabase(engine: Engine): Promise<void> {
  await engine.run(SCHEMA);
  await engine.run(createView(STAGING.kept_lines));
  for (const mart of [...Object.values(MARTS), SCORECARDS_MART]) await engine.run(createView(mart));
}
