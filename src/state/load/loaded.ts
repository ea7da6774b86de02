/** What follows a load: a second look at the reports, and looks at a part of them. */
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

/** What can be asked of a database once it is loaded. */
export interface Looking {
  /** A second look at what the database holds. */
  review(database: Database): Promise<Review>;
  /** All that it holds of one restaurant. */
  pick(database: Database, restaurant: string): Promise<Picked>;
  /** Where its customers, or those of one restaurant, are in the order of their names alone. */
  customerTies(database: Database, restaurant: string | null): Promise<CustomerTies>;
  /** What it holds of a dish or a customer. */
  details(database: Database, subject: Subject): Promise<Details | null>;
  /** What each restaurant has sold of each dish. */
  soldDishes(database: Database): Promise<SoldDishes>;
  /** What it holds, for another engine; with a key, guests have pseudonyms. Throws where that is of other tables of orders. */
  pack(
    database: Database,
    held: readonly LoadedTable[],
    key: KeyBlocks | null,
  ): AsyncIterable<PackedPart>;
}

export type Loaded = Omit<Shown, 'isSample' | 'guests'>;

/** `onFault`: something could not be asked, for the engine is lost or holds other tables. */
export function loadedFrom(
  dataset: Dataset,
  costs: Costs | null,
  database: Database,
  looking: Looking,
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
      yield* looking.pack(database, dataset.tables, key);
    } catch (error) {
      onFault(error);
      throw error;
    }
  }
  return {
    dataset,
    pack,
    costs,
    review: watched(looking.review(database)),
    pick: (restaurant) => whileHeld(() => looking.pick(database, restaurant)),
    ties: (restaurant) => whileHeld(() => looking.customerTies(database, restaurant)),
    sold: () => whileHeld(() => looking.soldDishes(database)),
    describe: (subject) => whileHeld(() => looking.details(database, subject)),
  };
}
