import { tick } from 'svelte';
import { QueryError, type DownloadProgress } from '../engine/engine';
import { Failure, type FailureReport } from '../lib/failure';
import type { Database } from '../pipeline/database';
import type { Dataset, LoadedTable, Table } from '../pipeline/dataset';
import type { LoadOptions, LoadProgress } from '../pipeline/read-tables';

/** What the page needs of the rest: given by the composition root, replaced in tests. */
export interface Services {
  openDatabase(onProgress: (progress: DownloadProgress) => void): Promise<Database>;
  fetchSample(signal: AbortSignal): Promise<File>;
  /** What the files are and how they are read; needs no engine. */
  inspect(files: readonly File[]): Promise<readonly Table[]>;
  load(
    database: Database,
    tables: readonly (Table | LoadedTable)[],
    options: LoadOptions,
  ): Promise<Dataset>;
}

/** The reports on screen. */
export interface Shown {
  readonly dataset: Dataset;
  readonly isSample: boolean;
}

export type Step =
  | { readonly name: 'engine'; readonly progress: DownloadProgress | null }
  | { readonly name: 'reading'; readonly progress: LoadProgress | null };

/** Every phase but `ready` may have the reports of an earlier load under it. */
export type Phase =
  | { readonly name: 'idle'; readonly shown: null }
  | {
      readonly name: 'working';
      readonly shown: Shown | null;
      readonly sources: readonly string[];
      readonly step: Step;
    }
  | { readonly name: 'ready'; readonly shown: Shown }
  | { readonly name: 'failed'; readonly shown: Shown | null; readonly failure: FailureReport };

type Request = readonly File[] | 'sample';

const SAMPLE_NAME = 'data.csv';

/** A load that was ended lets go of the engine after its statement; one that does not has lost it. */
const LET_GO_MS = 20_000;

/** What has been asked for and what is on screen. One load at a time; a new one ends the one before. */
export class Session {
  /** Raw: a proxy over result rows would cost more than the query. */
  #phase = $state.raw<Phase>({ name: 'idle', shown: null });
  readonly #services: Services;
  #database: Promise<Database> | null = null;
  #engineProgress: DownloadProgress | null = null;
  #isEngineReady = false;
  #abort = new AbortController();
  #lastRequest: Request = 'sample';
  /** Settles when the load before has let go of the engine. */
  #running: Promise<unknown> = Promise.resolve();

  constructor(services: Services) {
    this.#services = services;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Warms the engine while the user still looks at the page; what goes wrong is told by the load that needs it. */
  warmUp(): void {
    this.#openDatabase().catch(() => undefined);
  }

  openSample(): Promise<void> {
    return this.#open('sample');
  }

  openFiles(files: readonly File[]): Promise<void> {
    return files.length === 0 ? Promise.resolve() : this.#open(files);
  }

  /** The last request again, with a new engine if the old one failed. */
  retry(): Promise<void> {
    return this.#open(this.#lastRequest);
  }

  /** Back to what was on screen before, at once; the engine finishes its statement and stops. */
  cancel(): void {
    if (this.#phase.name !== 'working') return;
    this.#abort.abort();
    this.#phase = atRest(this.#phase.shown);
  }

  dismissFailure(): void {
    if (this.#phase.name === 'failed') this.#phase = atRest(this.#phase.shown);
  }

  fail(failure: FailureReport): void {
    this.#abort.abort();
    this.#phase = { name: 'failed', shown: this.#phase.shown, failure };
  }

  async #open(request: Request): Promise<void> {
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#lastRequest = request;
    mark('file-chosen');
    const sources = request === 'sample' ? [SAMPLE_NAME] : request.map((file) => file.name);
    this.#showWork(signal, sources, this.#firstStep());
    try {
      const dataset = await this.#load(request, sources, signal);
      if (signal.aborted) return;
      this.#phase = { name: 'ready', shown: { dataset, isSample: request === 'sample' } };
      await tick();
      mark('reports-ready');
    } catch (error) {
      if (signal.aborted) return;
      const failure = Failure.from(error).report;
      this.#phase = { name: 'failed', shown: this.#phase.shown, failure };
    }
  }

  /** Only the last part holds the engine: what is wrong with a file is told before there is one. */
  async #load(request: Request, sources: readonly string[], signal: AbortSignal): Promise<Dataset> {
    const files = request === 'sample' ? [await this.#services.fetchSample(signal)] : request;
    const tables = await this.#services.inspect(files);
    signal.throwIfAborted();
    await this.#openDatabase();
    const before = this.#running;
    const run = this.#runAfter(before, tables, sources, signal);
    this.#running = run.catch(() => undefined);
    return run;
  }

  async #runAfter(
    before: Promise<unknown>,
    tables: readonly Table[],
    sources: readonly string[],
    signal: AbortSignal,
  ): Promise<Dataset> {
    if (!(await settlesWithin(before, LET_GO_MS))) this.#discardEngine();
    signal.throwIfAborted();
    const opening = this.#openDatabase();
    const database = await opening;
    this.#showWork(signal, sources, { name: 'reading', progress: null });
    try {
      return await this.#services.load(database, tables, {
        signal,
        onProgress: (progress) => {
          this.#showWork(signal, sources, { name: 'reading', progress });
        },
      });
    } catch (error) {
      // An engine that failed us may be dead or out of memory: the next load starts another.
      if (error instanceof QueryError && this.#database === opening) this.#discardEngine();
      throw error;
    }
  }

  #firstStep(): Step {
    return this.#isEngineReady
      ? { name: 'reading', progress: null }
      : { name: 'engine', progress: this.#engineProgress };
  }

  #showWork(signal: AbortSignal, sources: readonly string[], step: Step): void {
    if (signal.aborted) return;
    this.#phase = { name: 'working', shown: this.#phase.shown, sources, step };
  }

  #openDatabase(): Promise<Database> {
    if (this.#database) return this.#database;
    const opening = this.#services.openDatabase((progress) => {
      if (this.#database !== opening) return;
      this.#engineProgress = progress;
      const phase = this.#phase;
      if (phase.name === 'working' && phase.step.name === 'engine') {
        this.#phase = { ...phase, step: { name: 'engine', progress } };
      }
    });
    this.#database = opening;
    opening.then(
      () => {
        if (this.#database !== opening) return;
        this.#isEngineReady = true;
        mark('engine-ready');
      },
      () => {
        if (this.#database === opening) this.#discardEngine();
      },
    );
    return opening;
  }

  #discardEngine(): void {
    this.#database?.then(({ engine }) => engine.close()).catch(() => undefined);
    this.#database = null;
    this.#engineProgress = null;
    this.#isEngineReady = false;
  }
}

function atRest(shown: Shown | null): Phase {
  return shown ? { name: 'ready', shown } : { name: 'idle', shown: null };
}

async function settlesWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, milliseconds);
  });
  const settled = work.then(
    () => true,
    () => true,
  );
  return Promise.race([settled, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** The latest of each, for the benchmark and whoever measures in the wild. */
function mark(name: 'engine-ready' | 'file-chosen' | 'reports-ready'): void {
  performance.clearMarks(`dishboard:${name}`);
  performance.mark(`dishboard:${name}`);
}
