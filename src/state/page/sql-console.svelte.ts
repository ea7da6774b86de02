import { AskError, type Answer, type AskingEngine } from '../../engine/engine';
import type { Shown } from '../phase';

export type OpenConsoleEngine = () => Promise<AskingEngine>;

/** The most rows that the console shows; the downloads contain all rows. */
export const MAX_ROWS = 10_000;

export type Outcome =
  | {
      readonly name: 'answered';
      readonly answer: Answer;
      /** The reports that were queried; newer reports can have replaced them on screen. */
      readonly of: Shown['dataset'];
    }
  | {
      readonly name: 'refused';
      readonly error: AskError;
    }
  | {
      /** The query could not run, because its engine did not open or fill. */
      readonly name: 'failed';
      readonly details: string;
    }
  | { readonly name: 'stopped' }
  /** New reports cancelled the query. */
  | { readonly name: 'overtaken' };

/**
 * Runs a person's SQL in a separate engine, which exists only while the console is open. All
 * reports share that engine, because a second one would double the memory.
 */
export class SqlConsole {
  text = $state('');
  #isOpen = $state(false);
  #isRunning = $state(false);
  #isReady = $state(false);
  #outcome = $state.raw<Outcome | null>(null);
  #shown: Shown | null = null;
  #areHidden = false;
  #engine: Promise<AskingEngine> | null = null;
  #filled: Promise<AskingEngine> | null = null;
  /** Settles when the latest fill has ended, even if it was cancelled. */
  #filling: Promise<unknown> = Promise.resolve();
  #closing: Promise<unknown> = Promise.resolve();
  /** Changes with each query and cancellation, so that late answers are dropped. */
  #run = 0;
  readonly #openEngine: OpenConsoleEngine;

  constructor(openEngine: OpenConsoleEngine, text = '') {
    this.#openEngine = openEngine;
    this.text = text;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Whether the engine is filled with the tables; a query waits until it is. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get outcome(): Outcome | null {
    return this.#outcome;
  }

  open(): void {
    this.#isOpen = true;
    this.#warm();
  }

  /** Closes the engine but keeps the query and its answer. */
  close(): void {
    this.#isOpen = false;
    if (this.#isRunning) this.#outcome = { name: 'stopped' };
    this.#cancel();
  }

  follow(shown: Shown | null): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (this.#isRunning) this.#outcome = { name: 'overtaken' };
    if (shown) {
      const areHidden = shown.guests !== null;
      // Earlier answers and error messages may contain names.
      if (areHidden && !this.#areHidden) this.#outcome = null;
      this.#areHidden = areHidden;
    }
    if (this.#isRunning) this.#cancel();
    // The next query fills the engine with the new tables.
    this.#filled = null;
    this.#isReady = false;
    if (this.#isOpen) this.#warm();
  }

  async run(): Promise<void> {
    const shown = this.#shown;
    if (this.#isRunning || !this.#isOpen || !shown) return;
    const run = (this.#run += 1);
    this.#isRunning = true;
    const outcome = await this.#query(shown);
    if (run !== this.#run) return;
    this.#isRunning = false;
    this.#outcome = outcome;
    const isLost = outcome.name === 'refused' && outcome.error.isEngineLost;
    if (isLost || outcome.name === 'failed') this.#cancel();
    if (isLost) this.#warm();
  }

  stop(): void {
    if (!this.#isRunning) return;
    this.#cancel();
    this.#outcome = { name: 'stopped' };
    this.#warm();
  }

  async #query(shown: Shown): Promise<Outcome> {
    try {
      const engine = await this.#start();
      return {
        name: 'answered',
        answer: await engine.ask(this.text, MAX_ROWS),
        of: shown.dataset,
      };
    } catch (error) {
      if (error instanceof AskError) return { name: 'refused', error };
      return { name: 'failed', details: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Prepares the engine early. A failure is reported by the next query. */
  #warm(): void {
    this.#start().catch(() => undefined);
  }

  #start(): Promise<AskingEngine> {
    if (this.#filled) return this.#filled;
    const shown = this.#shown;
    if (!shown) return Promise.reject(new Error('there are no reports'));
    const before = this.#filling;
    const opening = (this.#engine ??= this.#closing.then(this.#openEngine));
    const filled = opening.then(async (engine) => {
      await before;
      // Does not fill the engine with reports that newer ones have replaced.
      if (this.#filled === filled) await engine.fill(shown.pack());
      return engine;
    });
    this.#filled = filled;
    this.#filling = filled.then(
      () => {
        if (this.#filled === filled) this.#isReady = true;
      },
      () => {
        if (this.#filled === filled) this.#closeEngine();
      },
    );
    return filled;
  }

  #closeEngine(): void {
    if (this.#engine) {
      this.#closing = this.#engine.then((engine) => engine.close()).catch(() => undefined);
    }
    this.#engine = null;
    this.#filled = null;
    this.#filling = Promise.resolve();
    this.#isReady = false;
  }

  #cancel(): void {
    this.#closeEngine();
    this.#run += 1;
    this.#isRunning = false;
  }
}
