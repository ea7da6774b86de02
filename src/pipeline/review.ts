/** A second look at what a load has left, once its reports are there: they need not wait for it. */
import { PAGE_MARTS } from '../sql';
import { CONTENDERS } from '../sql/tables';
import { runChecks } from './checks';
import type { Database } from './database';
import type { Review } from './dataset';
import { readHints } from './hints';

/** Of what the database holds now: to be asked for before another load begins. */
export async function review({ engine }: Database): Promise<Review> {
  const [contenders, checks, hints] = await Promise.all([
    engine.query(PAGE_MARTS.contenders, CONTENDERS),
    runChecks(engine),
    readHints(engine),
  ]);
  return { contenders, checks, hints };
}
