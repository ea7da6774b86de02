import { tick } from 'svelte';
import { Failure, type FailureReport } from '../domain/failure';
import type { LoadedTable, InputTable } from '../pipeline/dataset';
import { Loading, type LoadServices } from './load/loading';
import { mark } from './page/marks';
import { notRead } from './files/not-read';
import { prepare } from './files/prepare';
import { failureReport, lostFailure } from './load/engine-failure';
import { restingPhase, type Phase, type Place, type Step } from './phase';
import { reloadTask } from './files/reloading';
import { RememberedChoices, type Store } from './files/remembered-choices';
import type { Reread } from './files/reread';
import type { TaskContext, FileServices, Task, InterruptedTask } from './load/task';
import {
  resumeWithCosts,
  changeTask,
  costsTask,
  filesTask,
  keepTask,
  prepareContext,
  rereadTask,
  sampleTask,
  taskWithOverride,
  type ReadOverride,
} from './load/tasks';
import { WarmDatabase, type OpenDatabase } from './load/warm-database';

/** Provided by main.ts and replaced in tests. */
export interface Services extends FileServices, LoadServices {
  readonly openDatabase: OpenDatabase;
  readonly store: Store | null;
}

/** Runs one task at a time; a new task cancels the one before. */
export class Session {
  /** Raw, because a proxy over result rows costs more than the query. */
  #phase = $state.raw<Phase>({ name: 'idle', shown: null });
  #refusal = $state.raw<FailureReport | null>(null);
  #costs = $state.raw<readonly InputTable[]>([]);
  readonly #services: Services;
  readonly #database: WarmDatabase;
  readonly #loading: Loading;
  readonly #context: TaskContext;
  #abort = new AbortController();
  /**
   * The task that `retry` runs again. After its input was resolved once, it asks no more questions.
   */
  #lastTask: Task | null = null;
  #interrupted: InterruptedTask | null = null;
  #answer: ((place: Place) => void) | null = null;
  /** Counts requests, so that only the latest opens its files. */
  #asked = 0;

  constructor(services: Services) {
    this.#services = services;
    this.#context = {
      services,
      remembered: new RememberedChoices(services.store),
      shown: () => this.#phase.shown,
      ask: (signal, phase) => this.#waitFor(signal, phase),
    };
    this.#database = new WarmDatabase(services.openDatabase, (progress) => {
      const phase = this.#phase;
      if (phase.name !== 'working' || phase.step.name !== 'engine') return;
      this.#phase = { ...phase, step: { name: 'engine', progress } };
    });
    this.#loading = new Loading(services, this.#database);
  }

  get costs(): readonly InputTable[] {
    return this.#costs;
  }

  get phase(): Phase {
    return this.#phase;
  }

  get refusal(): FailureReport | null {
    return this.#refusal;
  }

  /** Opens the engine early. A failure is reported by the load that needs it. */
  warmUp(): void {
    this.#database.open().catch(() => undefined);
  }

  openSample(): Promise<void> {
    return this.#perform(sampleTask(this.#context));
  }

  async openFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    if (this.#isBusy && this.#lastTask?.isSample === false) {
      const context = prepareContext(this.#context, false);
      if (!(await this.#found(prepare(files, this.#services, context)))) return;
    }
    const task = this.#isBusy ? this.#lastTask : null;
    await this.#perform(
      filesTask(this.#context, files),
      task && { task, before: this.#interrupted },
    );
  }

  /**
   * Opens dropped files. It waits until the browser has listed them before it cancels a running
   * task.
   */
  async openFound(finding: Promise<readonly File[]>): Promise<void> {
    const files = await this.#found(finding);
    if (files) await this.openFiles(files);
  }

  /** Reads changed files again. If that fails, the reports stay. */
  async reload(finding: Promise<Reread | null>): Promise<void> {
    const reread = await this.#found(finding);
    if (reread && !this.#isBusy)
      await this.#perform(reloadTask(this.#context, this.#costs, reread));
  }

  /**
   * Waits for files to be found. Returns null if the search failed or a newer request has replaced
   * it.
   */
  async #found<T>(finding: Promise<T>): Promise<T | null> {
    const asked = (this.#asked += 1);
    try {
      const found = await finding;
      return asked === this.#asked ? found : null;
    } catch (error) {
      if (asked === this.#asked) this.refuse(Failure.from(error).report);
      return null;
    }
  }

  matchByHand(): Promise<void> {
    const byHand = this.#lastTask?.byHand?.();
    return byHand ? this.#perform(byHand) : Promise.resolve();
  }

  async change(table: LoadedTable): Promise<void> {
    if (!this.#isBusy) await this.#perform(changeTask(this.#context, table));
  }

  async reread(table: LoadedTable, override: ReadOverride): Promise<void> {
    if (!this.#isBusy) await this.#perform(rereadTask(this.#context, table, override));
  }

  async readQuotesAsText(): Promise<void> {
    const task = this.#lastTask;
    if (task) await this.#perform(taskWithOverride(task, { strayQuotesAreText: true }));
  }

  /** Removes a table. If no table is left, the page becomes idle. */
  remove(table: LoadedTable): Promise<void> {
    if (this.#isBusy) return Promise.resolve();
    const { shown } = this.#phase;
    const left = shown?.dataset.tables.filter((each) => each !== table) ?? [];
    if (left.length > 0) return this.#perform(keepTask(this.#context, left));
    this.#abort.abort();
    this.#phase = restingPhase(null);
    return Promise.resolve();
  }

  async removeCosts({ source }: InputTable): Promise<void> {
    if (!this.#isBusy)
      await this.#perform(costsTask(this.#costs.filter((each) => each.source !== source)));
  }

  /** Reads a supposed cost list as orders, and asks for its columns first. */
  async readAsOrders(list: InputTable): Promise<void> {
    if (this.#isBusy) return;
    await this.removeCosts(list);
    await this.#perform(filesTask(this.#context, [list.source.file], true));
  }

  retry(): Promise<void> {
    return this.#perform(this.#lastTask ?? sampleTask(this.#context));
  }

  readAgain(): Promise<void> {
    const tables = this.#phase.shown?.dataset.tables;
    if (this.#isBusy || !tables) return Promise.resolve();
    return this.#perform(keepTask(this.#context, tables));
  }

  answer(place: Place): void {
    this.#answer?.(place);
  }

  /** Returns to the reports at once; the engine stops after its current statement. */
  cancel(): void {
    if (!this.#isBusy) return;
    const { name, shown } = this.#phase;
    this.#abort.abort();
    this.#phase = restingPhase(shown);
    // Resumes the task that the cancelled question had interrupted.
    const ended = name === 'working' ? null : this.#interrupted;
    if (ended) void this.#perform(ended.task, ended.before);
  }

  dismissFailure(): void {
    this.#refusal = null;
    if (this.#phase.name === 'failed') this.#phase = restingPhase(this.#phase.shown);
  }

  get #isBusy(): boolean {
    return ['working', 'mapping', 'placing'].includes(this.#phase.name);
  }

  /** Shows a failure without cancelling the present task. */
  refuse(failure: FailureReport): void {
    if (this.#isBusy) this.#refusal = failure;
    else this.#phase = { name: 'failed', shown: this.#phase.shown, failure };
  }

  /** Waits for the person's answer in a phase. Rejects when another task starts. */
  async #waitFor(signal: AbortSignal, phase: Phase): Promise<Place> {
    signal.throwIfAborted();
    const { sources } = this.#phase.name === 'working' ? this.#phase : { sources: [] };
    this.#phase = phase;
    const place = await new Promise<Place>((resolve, reject) => {
      this.#answer = resolve;
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
    this.#answer = null;
    this.#showWork(signal, sources, this.#firstStep());
    return place;
  }

  /** Runs a task. The interrupted task continues if the new files contain only dish costs. */
  async #perform(task: Task, interrupted: InterruptedTask | null = null): Promise<void> {
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#lastTask = task;
    this.#interrupted = interrupted;
    this.#asked += 1;
    this.#refusal = null;
    mark('file-chosen');
    this.#showWork(signal, task.sources, this.#firstStep());
    try {
      const input = await task.resolveInput(signal);
      signal.throwIfAborted();
      this.#lastTask = { ...task, resolveInput: () => Promise.resolve(input) };
      const costs = input.costs ?? this.#costs;
      const { shown } = this.#phase;
      const tables = input.tables ?? shown?.dataset.tables ?? [];
      if (input.tables === null && (interrupted || !shown)) {
        this.#costs = costs;
        if (interrupted) {
          await this.#perform(resumeWithCosts(interrupted.task, input), interrupted.before);
          return;
        }
        this.#refusal = notRead(input.refused ?? []);
        this.#phase = restingPhase(null);
        return;
      }
      const { loaded, refused } = await this.#loading.load({
        ...{ tables, costs, signal },
        shown: input.tables === null ? shown : null,
        onStep: (step) => {
          this.#showWork(signal, task.sources, step);
        },
        onFault: (of, error) => {
          if (this.#isBusy || this.#phase.shown?.dataset !== of) return;
          this.#phase = restingPhase(this.#phase.shown);
          this.#refusal = lostFailure(error).report;
        },
      });
      if (signal.aborted) return;
      input.keep?.();
      this.#costs = loaded.costs?.lists ?? [];
      this.#refusal = notRead([...(input.refused ?? []), ...refused]) ?? this.#refusal;
      const isSample = input.tables === null ? (shown?.isSample ?? false) : task.isSample;
      this.#phase = { name: 'ready', shown: { ...loaded, isSample, guests: null } };
      await tick();
      mark('reports-ready');
    } catch (error) {
      if (signal.aborted) return;
      const failure = failureReport(error, task.byHand !== undefined);
      this.#phase = { name: 'failed', shown: this.#phase.shown, failure };
    }
  }

  #firstStep(): Step {
    return this.#database.isReady
      ? { name: 'reading', progress: null }
      : { name: 'engine', progress: this.#database.progress };
  }

  #showWork(signal: AbortSignal, sources: readonly string[], step: Step): void {
    if (signal.aborted) return;
    this.#phase = { name: 'working', shown: this.#phase.shown, sources, step };
  }
}
