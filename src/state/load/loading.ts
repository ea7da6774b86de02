/** Runs the loads of a page. Only one at a time uses the engine. */
import { QueryError } from '../../engine/engine';
import { Failure, type FailureReport } from '../../domain/failure';
import type { Database } from '../../pipeline/database';
import type { Costs, Dataset, LoadedTable, InputTable } from '../../pipeline/dataset';
import type { LoadOptions } from '../../pipeline/read-tables';
import { loadedFrom, type Loaded, type Looking } from './loaded';
import type { Shown, Step } from '../phase';
import { settlesWithin } from './settles-within';
import type { WarmDatabase } from './warm-database';

export interface LoadServices extends Looking {
  load(
    database: Database,
    tables: readonly (InputTable | LoadedTable)[],
    options: LoadOptions,
  ): Promise<Dataset>;
  /** Throws a Failure if a list cannot be read. */
  readCosts(database: Database, lists: readonly InputTable[], signal: AbortSignal): Promise<Costs>;
}

export interface Wanted {
  readonly tables: readonly (InputTable | LoadedTable)[];
  readonly costs: readonly InputTable[];
  /** Null if they show other tables. */
  readonly shown: Shown | null;
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
  /** A query on these reports has failed. */
  readonly onFault: (dataset: Dataset, error: unknown) => void;
}

export interface LoadResult {
  readonly loaded: Loaded;
  /** Why dish costs are missing. */
  readonly refused: readonly FailureReport[];
}

/**
 * A cancelled load frees the engine after its current statement. After this time the engine counts
 * as lost.
 */
const LET_GO_MS = 20_000;

/** An idle engine answers at once. */
const ANSWER_MS = 10_000;
const ARE_YOU_THERE = { name: 'are_you_there', sql: 'select 1' };

export class Loading {
  readonly #services: LoadServices;
  readonly #database: WarmDatabase;
  /** Settles when the previous load has freed the engine. */
  #running: Promise<unknown> = Promise.resolve();

  constructor(services: LoadServices, database: WarmDatabase) {
    this.#services = services;
    this.#database = database;
  }

  async load(wanted: Wanted): Promise<LoadResult> {
    await this.#database.open();
    const before = this.#running;
    const run = this.#runAfter(before, wanted);
    this.#running = run.then(({ loaded }) => loaded.review).catch(() => undefined);
    return run;
  }

  async #runAfter(before: Promise<unknown>, wanted: Wanted): Promise<LoadResult> {
    const { tables, shown, signal, onStep } = wanted;
    if (!(await settlesWithin(before, LET_GO_MS)) || !(await this.#answers())) {
      this.#database.discard();
    }
    signal.throwIfAborted();
    const opening = this.#database.open();
    const database = await opening;
    onStep({ name: 'reading', progress: null });
    // An engine that failed may be dead or out of memory, so the next load starts a new one.
    const discardIfDead = (error: unknown) => {
      if (error instanceof QueryError) this.#database.discard(opening);
    };
    try {
      if (shown && database.held === shown.dataset.tables) {
        const costs = await this.#costs(database, wanted);
        return { loaded: { ...shown, costs }, refused: [] };
      }
      const dataset = await this.#services.load(database, tables, {
        signal,
        onProgress: (progress) => {
          onStep({ name: 'reading', progress });
        },
      });
      const { costs, refused } = await this.#costsOrRefused(database, wanted);
      const loaded = loadedFrom(dataset, costs, database, this.#services, (error) => {
        discardIfDead(error);
        wanted.onFault(dataset, error);
      });
      return { loaded, refused };
    } catch (error) {
      discardIfDead(error);
      throw error;
    }
  }

  async #answers(): Promise<boolean> {
    let hasAnswered = false;
    const asked = this.#database.open().then(async ({ engine }) => {
      await engine.run(ARE_YOU_THERE);
      hasAnswered = true;
    });
    await settlesWithin(asked, ANSWER_MS);
    return hasAnswered;
  }

  #costs(database: Database, { costs, signal }: Wanted): Promise<Costs | null> {
    return costs.length > 0
      ? this.#services.readCosts(database, costs, signal)
      : Promise.resolve(null);
  }

  /** A cost list may have changed on disk; the reports are shown without it. */
  async #costsOrRefused(
    database: Database,
    wanted: Wanted,
  ): Promise<{ costs: Costs | null; refused: readonly FailureReport[] }> {
    try {
      return { costs: await this.#costs(database, wanted), refused: [] };
    } catch (error) {
      if (!(error instanceof Failure) || error.report.fault !== 'input') throw error;
      return { costs: null, refused: [error.report] };
    }
  }
}
