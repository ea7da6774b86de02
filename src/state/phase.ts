import type { DownloadProgress, PackedPart } from '../engine/engine';
import type { FailureReport } from '../domain/failure';
import type { KeyBlocks } from '../lib/pseudonym-form';
import type {
  Costs,
  CustomerTies,
  Dataset,
  Details,
  Picked,
  Review,
  SoldDishes,
  Subject,
} from '../pipeline/dataset';
import type { LoadProgress } from '../pipeline/read-tables';
import type { TableGroup } from './files/mapping.svelte';

export type { Costs, Details, LoadedTable, Picked, Review, Subject } from '../pipeline/dataset';

export interface Shown {
  readonly dataset: Dataset;
  /** Resolves shortly after the reports are shown. */
  readonly review: Promise<Review>;
  /** Queries the data of a restaurant. Rejects if the engine is lost or holds other tables. */
  readonly pick: (restaurant: string) => Promise<Picked>;
  /** Queries details about a dish or customer; null if the name is unknown. Rejects like `pick`. */
  readonly describe: (subject: Subject) => Promise<Details | null>;
  /**
   * Packs the tables for another engine, with masked guests if there is a key. Throws if the engine
   * no longer holds the tables.
   */
  readonly pack: (key?: KeyBlocks) => AsyncIterable<PackedPart>;
  /**
   * Returns the ties that only the order of names breaks, among all customers or among a
   * restaurant's customers. Rejects like `pick`.
   */
  readonly ties: (restaurant: string | null) => Promise<CustomerTies>;
  readonly sold: () => Promise<SoldDishes>;
  readonly isSample: boolean;
  readonly costs: Costs | null;
  /** Null while guests are shown with their real names. */
  readonly guests: Guests | null;
}

export interface Guests {
  /** Returns the name to show in a panel's title. */
  shownName(subject: Subject): string;
  /** Returns the subject behind a name on screen. */
  subjectOf(shown: Subject): Promise<Subject>;
}

export type Step =
  | { readonly name: 'engine'; readonly progress: DownloadProgress | null }
  | { readonly name: 'reading'; readonly progress: LoadProgress | null };

export type Place = 'replace' | 'add';

/** In every phase but `ready`, `shown` can be the reports of an earlier load. */
export type Phase =
  | { readonly name: 'idle'; readonly shown: null }
  | {
      readonly name: 'working';
      readonly shown: Shown | null;
      readonly sources: readonly string[];
      readonly step: Step;
    }
  | {
      /** Waits for a person to map the columns of new files, or to change a mapping. */
      readonly name: 'mapping';
      readonly shown: Shown | null;
      readonly groups: readonly TableGroup[];
      readonly purpose: 'open' | 'change';
      readonly asksPlace: boolean;
      /** Whether other new files certainly contain orders. */
      readonly besideOrders: boolean;
      readonly loadedAlready: readonly string[];
    }
  | {
      /** Waits for a person to choose where new files go. */
      readonly name: 'placing';
      readonly shown: Shown;
      readonly sources: readonly string[];
      readonly loadedAlready: readonly string[];
    }
  | { readonly name: 'ready'; readonly shown: Shown }
  | { readonly name: 'failed'; readonly shown: Shown | null; readonly failure: FailureReport };

export function restingPhase(shown: Shown | null): Phase {
  return shown ? { name: 'ready', shown } : { name: 'idle', shown: null };
}
