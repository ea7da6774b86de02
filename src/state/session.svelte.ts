import { tick } from 'svelte';
import { Failure, type FailureReport } from '../domain/failure';
import type { LoadedTable, InputTable } from '../pipeline/dataset';
import { Loading, type LoadServices } from './load/loading';
import { mark } from './page/marks';
import { notRead } from './files/not-read';
import { prepare } from './files/prepare';
import { failureReport, lostFailure } from './load/engine-failure';
import { atRest, type Phase, type Place, type Step } from './phase';
import { reloadTask } from './files/reloading';
import { RememberedChoices, type Store } from './files/remembered-choices';
import type { Reread } from './files/reread';
import type { TaskContext, FileServices, Task, InterruptedTask } from './load/task';
import {
  besideCosts,
  changeTask,
  costsTask,
  filesTask,
  keepTask,
  known,
  rereadTask,
  sampleTask,
  taskWithOverride,
  type ReadOverride,
} from './load/tasks';
import { WarmDatabase, type OpenDatabase } from './load/warm-database';

/** What the page needs of the rest: given by the composition root, replaced in tests. */
export interface Services extends FileServices, LoadServices {
  readonly openDatabase: OpenDatabase;
  readonly store: Store | null;
}

/** What has been asked for and what is on screen. One task at a time; a new one ends the one before. */
export class Session {
  /** Raw: a proxy over result rows would cost more than the query. */
  #phase = $state.raw<Phase>({ name: 'idle', shown: null });
  #refusal = $state.raw<FailureReport | null>(null);
  /** Lists of dish costs, whatever the orders are. */
  #costs = $state.raw<readonly InputTable[]>([]);
  readonly #services: Services;
  readonly #database: WarmDatabase;
  readonly #loading: Loading;
  readonly #context: TaskContext;
  #abort = new AbortController();
  /** What to do again; once it is known which tables it is about, nothing is asked again. */
  #lastTask: Task | null = null;
  #interrupted: InterruptedTask | null = null;
  #answer: ((place: Place) => void) | null = null;
  /** How often something was asked for: what was asked for last is what is opened. */
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

  /** Lists of dish costs, also while there are no orders. */
  get costs(): readonly InputTable[] {
    return this.#costs;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Why a drop was not opened while a load is under way, which goes on. */
  get refusal(): FailureReport | null {
    return this.#refusal;
  }

  /** Warms the engine while the user still looks at the page; what goes wrong is told by the load that needs it. */
  warmUp(): void {
    this.#database.open().catch(() => undefined);
  }

  openSample(): Promise<void> {
    return this.#perform(sampleTask(this.#context));
  }

  async openFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    if (this.#isBusy && this.#lastTask?.isSample === false) {
      // A wrong file ends nothing that a person has asked for.
      const answers = known(this.#context, false);
      if (!(await this.#found(prepare(files, this.#services, answers)))) return;
    }
    const task = this.#isBusy ? this.#lastTask : null;
    await this.#perform(
      filesTask(this.#context, files),
      task && { task, before: this.#interrupted },
    );
  }

  /** Files that have yet to be found in what was dropped: no load is ended before they are. */
  async openFound(finding: Promise<readonly File[]>): Promise<void> {
    const files = await this.#found(finding);
    if (files) await this.openFiles(files);
  }

  /** The files on screen as they are now. What keeps them from being read is told, and the reports stay. */
  async reload(finding: Promise<Reread | null>): Promise<void> {
    const reread = await this.#found(finding);
    if (reread && !this.#isBusy)
      await this.#perform(reloadTask(this.#context, this.#costs, reread));
  }

  /** Null where something else was asked for meanwhile, or where nothing was found, which is told. */
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

  /** The last files again, their columns shown to a person before they are read. */
  matchByHand(): Promise<void> {
    const byHand = this.#lastTask?.byHand?.();
    return byHand ? this.#perform(byHand) : Promise.resolve();
  }

  /** Lets a person change how a table, and others with its header, are read. */
  async change(table: LoadedTable): Promise<void> {
    if (!this.#isBusy) await this.#perform(changeTask(this.#context, table));
  }

  async reread(table: LoadedTable, override: ReadOverride): Promise<void> {
    if (!this.#isBusy) await this.#perform(rereadTask(this.#context, table, override));
  }

  /** The last task again, quotes that take lines along being text. */
  async readQuotesAsText(): Promise<void> {
    const task = this.#lastTask;
    if (task) await this.#perform(taskWithOverride(task, { strayQuotesAreText: true }));
  }

  /** The reports without one of the tables; with none left, none. */
  remove(table: LoadedTable): Promise<void> {
    // What is under way was asked of the tables that are there now.
    if (this.#isBusy) return Promise.resolve();
    const { shown } = this.#phase;
    const left = shown?.dataset.tables.filter((each) => each !== table) ?? [];
    if (left.length > 0) return this.#perform(keepTask(this.#context, left));
    this.#abort.abort();
    this.#phase = atRest(null);
    return Promise.resolve();
  }

  /** The margins without one of the lists of dish costs. */
  async removeCosts({ source }: InputTable): Promise<void> {
    if (!this.#isBusy)
      await this.#perform(costsTask(this.#costs.filter((each) => each.source !== source)));
  }

  /** A file that was taken for a list of dish costs, its columns shown to a person first. */
  async readAsOrders(list: InputTable): Promise<void> {
    if (this.#isBusy) return;
    await this.removeCosts(list);
    await this.#perform(filesTask(this.#context, [list.source.file], true));
  }

  /** The last task again, with a new engine if the old one failed. */
  retry(): Promise<void> {
    return this.#perform(this.#lastTask ?? sampleTask(this.#context));
  }

  /** The files on screen again, as they were read: an engine that stopped had all that was not shown. */
  readAgain(): Promise<void> {
    const tables = this.#phase.shown?.dataset.tables;
    if (this.#isBusy || !tables) return Promise.resolve();
    return this.#perform(keepTask(this.#context, tables));
  }

  /** What is asked in the phases `mapping` and `placing`. */
  answer(place: Place): void {
    this.#answer?.(place);
  }

  /** Back to what was there before, at once; the engine finishes its statement and stops. */
  cancel(): void {
    if (!this.#isBusy) return;
    const { name, shown } = this.#phase;
    this.#abort.abort();
    this.#phase = atRest(shown);
    // A question about other files had ended it, and they are not wanted.
    const ended = name === 'working' ? null : this.#interrupted;
    if (ended) void this.#perform(ended.task, ended.before);
  }

  dismissFailure(): void {
    this.#refusal = null;
    if (this.#phase.name === 'failed') this.#phase = atRest(this.#phase.shown);
  }

  get #isBusy(): boolean {
    return ['working', 'mapping', 'placing'].includes(this.#phase.name);
  }

  /** Tells of it, and ends nothing that is under way. */
  refuse(failure: FailureReport): void {
    if (this.#isBusy) this.#refusal = failure;
    else this.#phase = { name: 'failed', shown: this.#phase.shown, failure };
  }

  /** Until a person answers. Rejects where they turn to something else. */
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

  /** `interrupted`: what goes on where nothing but dish costs comes of the task. */
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
      const settled = await task.settle(signal);
      signal.throwIfAborted();
      this.#lastTask = { ...task, settle: () => Promise.resolve(settled) };
      const costs = settled.costs ?? this.#costs;
      const { shown } = this.#phase;
      const tables = settled.tables ?? shown?.dataset.tables ?? [];
      if (settled.tables === null && (interrupted || !shown)) {
        this.#costs = costs;
        if (interrupted) {
          await this.#perform(besideCosts(interrupted.task, settled), interrupted.before);
          return;
        }
        this.#refusal = notRead(settled.refused ?? []);
        this.#phase = atRest(null);
        return;
      }
      const { loaded, refused } = await this.#loading.load({
        ...{ tables, costs, signal },
        shown: settled.tables === null ? shown : null,
        onStep: (step) => {
          this.#showWork(signal, task.sources, step);
        },
        onFault: (of, error) => {
          if (this.#isBusy || this.#phase.shown?.dataset !== of) return;
          this.#phase = atRest(this.#phase.shown);
          this.#refusal = lostFailure(error).report;
        },
      });
      if (signal.aborted) return;
      settled.keep?.();
      this.#costs = loaded.costs?.lists ?? [];
      this.#refusal = notRead([...(settled.refused ?? []), ...refused]) ?? this.#refusal;
      const isSample = settled.tables === null ? (shown?.isSample ?? false) : task.isSample;
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
