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

/** The reports on screen. */
export interface Shown {
  readonly dataset: Dataset;
  /** Comes a moment after the reports. */
  readonly review: Promise<Review>;
  /** All of one of its restaurants. Rejects where its tables are no longer held. */
  readonly pick: (restaurant: string) => Promise<Picked>;
  /** What there is of a dish or a customer; null where there is none of the name. Rejects as `pick` does. */
  readonly describe: (subject: Subject) => Promise<Details | null>;
  /** What they are made from, for an engine of its own; with a key, guests have pseudonyms. Throws where its tables are no longer held. */
  readonly pack: (key?: KeyBlocks) => AsyncIterable<PackedPart>;
  /** Where its customers, or those of one restaurant, are in the order of their names alone. Rejects as `pick` does. */
  readonly ties: (restaurant: string | null) => Promise<CustomerTies>;
  /** What each restaurant has sold of each dish. Rejects as `pick` does. */
  readonly sold: () => Promise<SoldDishes>;
  readonly isSample: boolean;
  /** Null where no list of dish costs is there. */
  readonly costs: Costs | null;
  /** Where guests have pseudonyms; null where they have their names. */
  readonly guests: Guests | null;
}

/** Between a guest's name and what is shown of it. */
export interface Guests {
  /** What a panel is called that is about it. */
  shownName(subject: Subject): string;
  /** What is asked about by a name that is shown. */
  subjectOf(shown: Subject): Promise<Subject>;
}

export type Step =
  | { readonly name: 'engine'; readonly progress: DownloadProgress | null }
  | { readonly name: 'reading'; readonly progress: LoadProgress | null };

/** Where new files go: in the place of those on screen, or beside them. */
export type Place = 'replace' | 'add';

/** Every phase but `ready` may have the reports of an earlier load under it. */
export type Phase =
  | { readonly name: 'idle'; readonly shown: null }
  | {
      readonly name: 'working';
      readonly shown: Shown | null;
      readonly sources: readonly string[];
      readonly step: Step;
    }
  | {
      /** Waits for a person to match the columns of new files, or to change those of old ones. */
      readonly name: 'mapping';
      readonly shown: Shown | null;
      readonly groups: readonly TableGroup[];
      readonly purpose: 'open' | 'change';
      /** Whether it is asked too if the files replace those on screen. */
      readonly asksPlace: boolean;
      /** Whether other files that came with them are orders for sure. */
      readonly besideOrders: boolean;
      readonly loadedAlready: readonly string[];
    }
  | {
      /** Waits for a person to say whether new files replace those on screen. */
      readonly name: 'placing';
      readonly shown: Shown;
      readonly sources: readonly string[];
      readonly loadedAlready: readonly string[];
    }
  | { readonly name: 'ready'; readonly shown: Shown }
  | { readonly name: 'failed'; readonly shown: Shown | null; readonly failure: FailureReport };

export function atRest(shown: Shown | null): Phase {
  return shown ? { name: 'ready', shown } : { name: 'idle', shown: null };
}
