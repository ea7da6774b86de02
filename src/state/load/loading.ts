/** Runs the loads of the page, one at a time on the engine. */
import { QueryError } from '../../engine/engine';
import { Failure, type FailureReport } from '../../domain/failure';
import type { Database } from '../../pipeline/database';
import type { Costs, Dataset, LoadedTable, InputTable } from '../../pipeline/dataset';
import type { LoadOptions } from '../../pipeline/read-tables';
import { loadedFrom, type Loaded, type ReportQueries } from './loaded';
import type { Shown, Step } from '../phase';
import { settlesWithin } from './settles-within';
import type { WarmDatabase } from './warm-database';

export interface LoadServices extends ReportQueries {
  load(
    database: Database,
    tables: readonly (InputTable | LoadedTable)[],
    options: LoadOptions,
  ): Promise<Dataset>;
  /** Reads lists of dish costs; throws a Failure if a list cannot be read. */
  readCosts(database: Database, lists: readonly InputTable[], signal: AbortSignal): Promise<Costs>;
}

export interface LoadRequest {
  readonly tables: readonly (InputTable | LoadedTable)[];
  readonly costs: readonly InputTable[];
  /** The reports on screen; null if they show other tables than this load. */
  readonly shown: Shown | null;
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
  readonly onFault: (dataset: Dataset, error: unknown) => void;
}

export interface LoadResult {
  readonly loaded: Loaded;
  readonly refused: readonly FailureReport[];
}

/**
 * A cancelled load keeps the engine until its current statement ends. After this time the engine
 * counts as lost.
 */
const STATEMENT_TIMEOUT_MS = 20_000;

const PING_TIMEOUT_MS = 10_000;
const PING = { name: 'are_you_there', sql: 'select 1' };

export class Loading {
  readonly #services: LoadServices;
  readonly #database: WarmDatabase;
  /** Settles when the previous load has freed the engine. */
  #running: Promise<unknown> = Promise.resolve();

  constructor(services: LoadServices, database: WarmDatabase) {
    this.#services = services;
    this.#database = database;
  }

  async load(request: LoadRequest): Promise<LoadResult> {
    await this.#database.open();
    const before = this.#running;
    const run = this.#runAfter(before, request);
    this.#running = run.then(({ loaded }) => loaded.review).catch(() => undefined);
    return run;
  }

  async #runAfter(before: Promise<unknown>, request: LoadRequest): Promise<LoadResult> {
    const { tables, shown, signal, onStep } = request;
    if (!(await settlesWithin(before, STATEMENT_TIMEOUT_MS)) || !(await this.#isAlive())) {
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
        const costs = await this.#costs(database, request);
        return { loaded: { ...shown, costs }, refused: [] };
      }
      const dataset = await this.#services.load(database, tables, {
        signal,
        onProgress: (progress) => {
          onStep({ name: 'reading', progress });
        },
      });
      const { costs, refused } = await this.#costsOrRefusal(database, request);
      const loaded = loadedFrom(dataset, costs, database, this.#services, (error) => {
        discardIfDead(error);
        request.onFault(dataset, error);
      });
      return { loaded, refused };
    } catch (error) {
      discardIfDead(error);
      throw error;
    }
  }

  async #isAlive(): Promise<boolean> {
    let hasAnswered = false;
    const asked = this.#database.open().then(async ({ engine }) => {
      await engine.run(PING);
      hasAnswered = true;
    });
    await settlesWithin(asked, PING_TIMEOUT_MS);
    return hasAnswered;
  }

  #costs(database: Database, { costs, signal }: LoadRequest): Promise<Costs | null> {
    return costs.length > 0
      ? this.#services.readCosts(database, costs, signal)
      : Promise.resolve(null);
  }

  /** Reads the cost lists. If one can no longer be read, the reports are shown without costs. */
  async #costsOrRefusal(
    database: Database,
    request: LoadRequest,
  ): Promise<{ costs: Costs | null; refused: readonly FailureReport[] }> {
    try {
      return { costs: await this.#costs(database, request), refused: [] };
    } catch (error) {
      if (!(error instanceof Failure) || error.report.fault !== 'input') throw error;
      return { costs: null, refused: [error.report] };
    }
  }
}
