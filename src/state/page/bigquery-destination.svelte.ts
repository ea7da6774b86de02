import {
  datasetFault,
  locationFault,
  NO_DESTINATION,
  projectFault,
  type Destination,
} from '../../lib/bigquery-names';
import type { Store } from '../files/remembered-choices';

const STORE_KEY = 'dishboard:bigquery';

/**
 * The project, dataset and location of a person's tables in BigQuery. They are stored only in this
 * browser.
 */
export class BigQueryDestination {
  #typed = $state.raw<Destination>(NO_DESTINATION);
  readonly #store: Store | null;

  constructor(store: Store | null) {
    this.#store = store;
    this.#typed = remembered(store);
  }

  /** The input as typed, even if it is invalid. */
  get typed(): Destination {
    return this.#typed;
  }

  forget(): void {
    this.#typed = NO_DESTINATION;
  }

  type(changed: Partial<Destination>): void {
    this.#typed = { ...this.#typed, ...changed };
    const kept = rightOf(this.#typed);
    try {
      if (Object.values(kept).every((name) => name === '')) this.#store?.removeItem(STORE_KEY);
      else this.#store?.setItem(STORE_KEY, JSON.stringify(kept));
    } catch {
      // The store is full or forbidden: the fields last until the page closes.
    }
  }
}

function rightOf({ project, dataset, location }: Destination): Destination {
  return {
    project: projectFault(project) === null ? project : '',
    dataset: datasetFault(dataset) === null ? dataset : '',
    location: locationFault(location) === null ? location : '',
  };
}

/**
 * Reads the stored destination and drops invalid parts, because another page on this host can have
 * written it.
 */
function remembered(store: Store | null): Destination {
  try {
    const found = JSON.parse(store?.getItem(STORE_KEY) ?? '{}') as Partial<
      Record<keyof Destination, unknown>
    >;
    const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
    return rightOf({
      project: textOf(found.project),
      dataset: textOf(found.dataset),
      location: textOf(found.location),
    });
  } catch {
    return NO_DESTINATION;
  }
}
