import {
  datasetFault,
  locationFault,
  NOWHERE,
  projectFault,
  type Destination,
} from '../../lib/bigquery-names';
import type { Store } from '../files/remembered-choices';

const STORE_KEY = 'dishboard:bigquery';

/** Where a person's tables go in BigQuery, kept in this browser and nowhere else. */
export class BigQueryDestination {
  #typed = $state.raw<Destination>(NOWHERE);
  readonly #store: Store | null;

  constructor(store: Store | null) {
    this.#store = store;
    this.#typed = remembered(store);
  }

  /** What was typed, right or wrong. */
  get typed(): Destination {
    return this.#typed;
  }

  /** What was kept is gone. */
  forget(): void {
    this.#typed = NOWHERE;
  }

  /** Keeps what is right of it for the next visit. */
  type(changed: Partial<Destination>): void {
    this.#typed = { ...this.#typed, ...changed };
    const kept = rightOf(this.#typed);
    try {
      if (Object.values(kept).every((name) => name === '')) this.#store?.removeItem(STORE_KEY);
      else this.#store?.setItem(STORE_KEY, JSON.stringify(kept));
    } catch {
      // A full or forbidden store remembers nothing.
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

/** Another page of the same host may have written it. */
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
    return NOWHERE;
  }
}
