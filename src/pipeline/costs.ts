/** Reads lists of dish costs in the same way as orders, but keeps them separate. */
import type { Ingest } from '../ingest/ingest';
import { chunkBytesFor } from '../ingest/ingest';
import { COSTS } from '../sql';
import { insertInto } from '../sql/model';
import { COST_FAULTS, MENU_MARGINS } from '../sql/cost-tables';
import { beginTable } from './begin-table';
import { ChunkProcessor } from './chunk';
import type { Database } from './database';
import type { CostList, Costs, InputTable } from './dataset';
import { FindingsLog } from './findings';
import { RejectLog } from './reject-log';

/** A placeholder: a cost list has no restaurant, but cleaning needs a name. */
const NO_RESTAURANT = 'costs';

/**
 * Replaces the cost lists in the database and makes the menus by margin. The database must not be
 * loading, because lists use the same staging tables. Throws a Failure if a list cannot be read.
 */
export async function readCosts(
  { engine }: Database,
  ingest: Ingest,
  tables: readonly InputTable[],
  signal?: AbortSignal,
): Promise<Costs> {
  await engine.run({ name: 'no_costs', sql: 'truncate listed_costs' });
  const read: Omit<CostList, 'dishes'>[] = [];
  for (const [index, { source, layout }] of tables.entries()) {
    const id = index + 1;
    const own = { source, layout: { ...layout, restaurant: NO_RESTAURANT } };
    const begun = beginTable(engine, own.layout, id);
    begun.catch(() => undefined);
    const rejects = new RejectLog(source.name);
    const findings = new FindingsLog(own.layout);
    const processor = new ChunkProcessor(engine, own, { rejects, findings });
    const options = {
      chunkBytes: chunkBytesFor(source.file.size),
      readers: 1,
      ...(signal && { signal }),
    };
    for await (const chunk of ingest.read(source, own.layout, options)) {
      signal?.throwIfAborted();
      await begun;
      await processor.process(chunk);
    }
    await begun;
    await engine.run(insertInto('listed_costs', COSTS.listed_costs));
    read.push({ source, layout, id, rejects });
  }
  const perList = { list: 'count', dishes: 'count' } as const;
  const [counts, faults, margins] = await Promise.all([
    engine.query(
      {
        name: 'listed_dishes',
        sql: 'select list, count(distinct dish) as dishes from listed_costs group by list',
      },
      perList,
    ),
    engine.query(COSTS.cost_faults, COST_FAULTS),
    engine.query(COSTS.menu_margins, MENU_MARGINS),
  ]);
  const dishes = new Map([...counts].map((row) => [row.list, row.dishes]));
  const lists = read.map((list) => ({ ...list, dishes: dishes.get(list.id) ?? 0 }));
  return { lists, faults, margins };
}
