/** Queries on loaded data. None of them reads a file. */
import { concatenateTexts } from '../lib/text-column';
import { PAGE_MARTS, PICKED } from '../sql';
import {
  CONTENDERS,
  CUSTOMER_EVERYWHERE,
  CUSTOMER_PLACES,
  CUSTOMER_TIES,
  DISH_PLACES,
  MENU,
  PICKED_DISHES,
  PICKED_REVENUES,
  PICKED_VISITORS,
  SOLD_DISHES,
  TABLES,
  type CustomerTies,
  type Details,
  type Picked,
  type SoldDishes,
  type Subject,
} from '../sql/tables';
import { runChecks } from './checks';
import type { Database } from './database';
import type { Review } from './dataset';
import { readHints } from './hints';

/** Runs the second pass over a load. The reports are shown without waiting for it. */
export async function review({ engine }: Database): Promise<Review> {
  const [contenders, menu, checks, hints] = await Promise.all([
    engine.query(PAGE_MARTS.contenders, CONTENDERS),
    engine.query(PAGE_MARTS.menu, MENU),
    runChecks(engine),
    readHints(engine),
  ]);
  return { contenders, menu, checks, hints };
}

/** Returns all dishes and customers of one restaurant. */
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

/**
 * Returns the runs of customers that only their names put in order, in customer_stats or among the
 * customers of one restaurant.
 */
export async function customerTies(
  { engine }: Database,
  restaurant: string | null,
): Promise<CustomerTies> {
  const names = restaurant === null ? [] : [restaurant];
  const named = engine.replace('picked', { restaurant: concatenateTexts(names) });
  const [ties] = await Promise.all([engine.query(PICKED.customer_ties, CUSTOMER_TIES), named]);
  return ties;
}

/**
 * Returns the dishes sold per restaurant. The limit is one more than the page remembers, so that
 * the page can tell when there are too many.
 */
export function soldDishes({ engine }: Database): Promise<SoldDishes> {
  return engine.query(PICKED.sold_dishes, SOLD_DISHES);
}

/** Returns details of a dish or a customer, or null if the name is unknown. */
export async function details(
  { engine }: Database,
  { kind, name }: Subject,
): Promise<Details | null> {
  const named = engine.replace('subject', { name: concatenateTexts([name]) });
  if (kind === 'dish') {
    const [rows] = await Promise.all([engine.query(PICKED.dish_places, DISH_PLACES), named]);
    const [everywhere, ...places] = rows;
    return everywhere ? { kind, name, everywhere, places } : null;
  }
  const [everywhere, places] = await Promise.all([
    engine.query(PICKED.customer_everywhere, CUSTOMER_EVERYWHERE),
    engine.query(PICKED.customer_places, CUSTOMER_PLACES),
    named,
  ]);
  const own = everywhere.at(0);
  return own ? { kind, name, everywhere: own, places } : null;
}
