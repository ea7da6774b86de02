/** The loads of a page: one at a time has the engine. */
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
  /** The reports of exactly these tables. */
  load(
    database: Database,
    tables: readonly (InputTable | LoadedTable)[],
    options: LoadOptions,
  ): Promise<Dataset>;
  /** What dishes cost by exactly these lists. Throws a Failure where one cannot be read. */
  readCosts(database: Database, lists: readonly InputTable[], signal: AbortSignal): Promise<Costs>;
}

/** What a load is of. */
export interface Wanted {
  readonly tables: readonly (InputTable | LoadedTable)[];
  readonly costs: readonly InputTable[];
  /** The reports on screen, where they are of these tables. */
  readonly shown: Shown | null;
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
  /** More was asked of these reports than the engine has. */
  readonly onFault: (dataset: Dataset, error: unknown) => void;
}

export interface LoadResult {
  readonly loaded: Loaded;
  /** Why there are no costs, where there should be. */
  readonly refused: readonly FailureReport[];
}

/** A load that was ended lets go of the engine after its statement; one that does not has lost it. */
const LET_GO_MS = 20_000;

/** One that has nothing to do answers at once, or is gone without a word. */
const ANSWER_MS = 10_000;
const ARE_YOU_THERE = { name: 'are_you_there', sql: 'select 1' };

export class Loading {
  readonly #services: LoadServices;
  readonly #database: WarmDatabase;
  /** Settles when the load before has let go of the engine. */
  #running: Promise<unknown> = Promise.resolve();

  constructor(services: LoadServices, database: WarmDatabase) {
    this.#services = services;
    this.#database = database;
  }

  /** Only this part holds the engine: what is wrong with a file is told before there is one. */
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
    // An engine that failed us may be dead or out of memory: the next load starts another.
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

  /** The reports do without costs, whose file may have changed since it was dropped. */
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
