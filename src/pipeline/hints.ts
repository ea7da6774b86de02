import type { Engine, Statement } from '../engine/engine';
import type { Row, Rows, Spec } from '../lib/kinds';
import { HINTS } from '../sql';
import {
  ALIKE_NAMES,
  NO_HINTS,
  OUTLYING_PRICES,
  SMALL_RESTAURANTS,
  type Hints,
} from '../sql/tables';

/**
 * Returns hints about the loaded tables. A kind of hint is searched only if a quick query suspects
 * it.
 */
export async function readHints(engine: Engine): Promise<Hints> {
  const rows = [...(await engine.query(HINTS.suspected, { hint: 'text' }))];
  const suspected = new Set(rows.map(({ hint }) => hint));
  const search = <const S extends Spec>(
    model: Statement,
    spec: S,
    none: Rows<Row<S>>,
  ): Promise<Rows<Row<S>>> =>
    suspected.has(model.name) ? engine.query(model, spec) : Promise.resolve(none);
  return {
    outlyingPrices: await search(HINTS.outlying_prices, OUTLYING_PRICES, NO_HINTS.outlyingPrices),
    smallRestaurants: await search(
      HINTS.small_restaurants,
      SMALL_RESTAURANTS,
      NO_HINTS.smallRestaurants,
    ),
    alikeNames: await search(HINTS.alike_names, ALIKE_NAMES, NO_HINTS.alikeNames),
  };
}
