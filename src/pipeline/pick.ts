/** All that the rollups know of one restaurant: no file is read again for it. */
import { concatenateTexts } from '../lib/text-column';
import { PICKED } from '../sql';
import {
  PICKED_DISHES,
  PICKED_REVENUES,
  PICKED_VISITORS,
  TABLES,
  type Picked,
} from '../sql/tables';
import type { Database } from './database';

export async function pick({ engine }: Database, restaurant: string): Promise<Picked> {
  const named = engine.replace('picked', { restaurant: concatenateTexts([restaurant]) });
  const [dishes, revenues, travellers, visitors] = await Promise.all([
    engine.query(PICKED.picked_dishes, PICKED_DISHES),
    engine.query(PICKED.picked_revenues, PICKED_REVENUES),
    engine.query(PICKED.picked_travellers, TABLES.customer_stats),
    engine.query(PICKED.picked_visitors, PICKED_VISITORS),
    named,
  ]);
  return { restaurant, dishes, revenues, travellers, visitors };
}
