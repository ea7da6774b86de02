import type { PackedPart } from '../../engine/engine';
import type { Database } from '../../pipeline/database';
import type {
  Costs,
  CustomerTies,
  Dataset,
  Details,
  LoadedTable,
  Picked,
  Review,
  SoldDishes,
  Subject,
} from '../../pipeline/dataset';
import type { KeyBlocks } from '../../lib/pseudonym-form';
import type { Shown } from '../phase';

export interface ReportQueries {
  review(database: Database): Promise<Review>;
  pick(database: Database, restaurant: string): Promise<Picked>;
  /**
   * Returns the ties that only the order of names breaks, among all customers or among a
   * restaurant's customers.
   */
  customerTies(database: Database, restaurant: string | null): Promise<CustomerTies>;
  /** Returns details about a dish or customer; null if the name is unknown. */
  details(database: Database, subject: Subject): Promise<Details | null>;
  soldDishes(database: Database): Promise<SoldDishes>;
  /**
   * Packs the held tables for another engine, with masked guests if there is a key. Throws if the
   * database no longer holds the tables.
   */
  pack(
    database: Database,
    held: readonly LoadedTable[],
    key: KeyBlocks | null,
  ): AsyncIterable<PackedPart>;
}

export type Loaded = Omit<Shown, 'isSample' | 'guests'>;

/**
 * Connects a dataset with its queries. `onFault` is called when a query fails because the engine is
 * lost or holds other tables.
 */
export function loadedFrom(
  dataset: Dataset,
  costs: Costs | null,
  database: Database,
  queries: ReportQueries,
  onFault: (error: unknown) => void,
): Loaded {
  const watched = <T>(asked: Promise<T>): Promise<T> => {
    asked.catch(onFault);
    return asked;
  };
  const whileHeld = <T>(ask: () => Promise<T>): Promise<T> =>
    database.held === dataset.tables
      ? watched(ask())
      : watched(Promise.reject(new Error('the tables on screen are no longer held')));
  async function* pack(key: KeyBlocks | null = null): AsyncGenerator<PackedPart> {
    try {
      yield* queries.pack(database, dataset.tables, key);
    } catch (error) {
      onFault(error);
      throw error;
    }
  }
  return {
    dataset,
    pack,
    costs,
    review: watched(queries.review(database)),
    pick: (restaurant) => whileHeld(() => queries.pick(database, restaurant)),
    ties: (restaurant) => whileHeld(() => queries.customerTies(database, restaurant)),
    sold: () => whileHeld(() => queries.soldDishes(database)),
    describe: (subject) => whileHeld(() => queries.details(database, subject)),
  };
}
