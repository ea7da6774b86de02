import { tick } from 'svelte';
import type { DownloadProgress, Engine } from '../engine/engine';
import { Failure, type FailureReport } from '../lib/failure';
import type { Dataset } from '../pipeline/dataset';
import type { LoadOptions, LoadProgress } from '../pipeline/load';

/** What the page needs of the rest: given by the composition root, replaced in tests. */
export interface Services {
  openEngine(onProgress: (progress: DownloadProgress) => void): Promise<Engine>;
  loadFiles(engine: Engine, files: readonly File[], options: LoadOptions): Promise<Dataset>;
  fetchSample(): Promise<File>;
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

interface Request {
  readonly files: readonly File[] | 'sample';
}

const SAMPLE_NAME = 'data.csv';

/** What has been asked for and what is on screen. One load at a time; a new one ends the one before. */
export class Session {
  /** Raw: a proxy over result rows would cost more than the query. */
  #phase = $state.raw<Phase>({ name: 'idle', shown: null });
  readonly #services: Services;
  #engine: Promise<Engine> | null = null;
  #engineProgress: DownloadProgress | null = null;
  #isEngineReady = false;
  #abort = new AbortController();
  #lastRequest: Request = { files: 'sample' };
  /** Ends when the load before has let go of the engine. */
  #previous: Promise<unknown> = Promise.resolve();

  constructor(services: Services) {
    this.#services = services;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Warms the engine while the user still looks at the page; what goes wrong is told by the load that needs it. */
  warmUp(): void {
    this.#openEngine().catch(() => undefined);
  }

  openSample(): Promise<void> {
    return this.#open({ files: 'sample' });
  }

  openFiles(files: readonly File[]): Promise<void> {
    return files.length === 0 ? Promise.resolve() : this.#open({ files });
  }

  /** The last request again, with a new engine if the old one failed. */
  retry(): Promise<void> {
    return this.#open(this.#lastRequest);
  }

  /** Back to what was on screen before, at once; the engine finishes its statement and stops. */
  cancel(): void {
    if (this.#phase.name === 'working') this.#abandon();
  }

  dismissFailure(): void {
    if (this.#phase.name === 'failed') this.#phase = atRest(this.#phase.shown);
  }

  fail(failure: FailureReport): void {
    this.#abort.abort();
    this.#phase = { name: 'failed', shown: this.#phase.shown, failure };
  }

  #abandon(): void {
    this.#abort.abort();
    this.#phase = atRest(this.#phase.shown);
  }

  async #open(request: Request): Promise<void> {
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#lastRequest = request;
    mark('file-chosen');
    const sources =
      request.files === 'sample' ? [SAMPLE_NAME] : request.files.map((file) => file.name);
    this.#report(abort, sources, this.#isEngineReady ? 'reading' : 'engine', null);
    const run = this.#previous.then(() => this.#load(request, sources, abort));
    this.#previous = run.catch(() => undefined);
    try {
      const dataset = await run;
      if (abort.signal.aborted) return;
      const isSample = request.files === 'sample';
      this.#phase = { name: 'ready', shown: { dataset, isSample } };
      await tick();
      mark('reports-ready');
    } catch (error) {
      if (abort.signal.aborted) return;
      const failure = Failure.from(error).report;
      if (failure.fault === 'internal') this.#discardEngine();
      this.#phase = { name: 'failed', shown: this.#phase.shown, failure };
    }
  }

  /** An engine that failed us may be dead or out of memory: the next load starts another. */
  #discardEngine(): void {
    this.#engine?.then((engine) => engine.close()).catch(() => undefined);
    this.#engine = null;
    this.#engineProgress = null;
    this.#isEngineReady = false;
  }

  async #load(
    request: Request,
    sources: readonly string[],
    abort: AbortController,
  ): Promise<Dataset> {
    abort.signal.throwIfAborted();
    const files = request.files === 'sample' ? [await this.#services.fetchSample()] : request.files;
    const engine = await this.#openEngine();
    abort.signal.throwIfAborted();
    this.#report(abort, sources, 'reading', null);
    return this.#services.loadFiles(engine, files, {
      signal: abort.signal,
      onProgress: (progress) => {
        this.#report(abort, sources, 'reading', progress);
      },
    });
  }

  #report(
    abort: AbortController,
    sources: readonly string[],
    step: Step['name'],
    progress: LoadProgress | null,
  ): void {
    if (abort.signal.aborted) return;
    this.#phase = {
      name: 'working',
      shown: this.#phase.shown,
      sources,
      step:
        step === 'engine'
          ? { name: step, progress: this.#engineProgress }
          : { name: step, progress },
    };
  }

  #openEngine(): Promise<Engine> {
    if (this.#engine) return this.#engine;
    const opening = this.#services.openEngine((progress) => {
      this.#engineProgress = progress;
      const phase = this.#phase;
      if (phase.name === 'working' && phase.step.name === 'engine') {
        this.#phase = { ...phase, step: { name: 'engine', progress } };
      }
    });
    this.#engine = opening;
    opening.then(
      () => {
        this.#isEngineReady = true;
        mark('engine-ready');
      },
      () => {
        this.#discardEngine();
      },
    );
    return opening;
  }
}

function atRest(shown: Shown | null): Phase {
  return shown ? { name: 'ready', shown } : { name: 'idle', shown: null };
}

/** The latest of each, for the benchmark and whoever measures in the wild. */
function mark(name: 'engine-ready' | 'file-chosen' | 'reports-ready'): void {
  performance.clearMarks(`dishboard:${name}`);
  performance.mark(`dishboard:${name}`);
}
