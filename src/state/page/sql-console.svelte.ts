import { AskError, type Answer, type AskingEngine } from '../../engine/engine';
import type { Shown } from '../phase';

/** An engine that has no tables yet. */
export type OpenAsking = () => Promise<AskingEngine>;

/** More is not looked at; who needs all rows has the tables' own downloads. */
export const MOST_ROWS = 10_000;

/** What came of the last query. */
export type Outcome =
  | {
      readonly name: 'answered';
      readonly answer: Answer;
      /** Of which reports: others may be on screen by now. */
      readonly of: Shown['dataset'];
    }
  | {
      readonly name: 'refused';
      readonly error: AskError;
    }
  | {
      /** There was no engine for it. */
      readonly name: 'failed';
      readonly details: string;
    }
  | { readonly name: 'stopped' }
  /** Other files came while it ran. */
  | { readonly name: 'overtaken' };

/**
 * What a person asks in SQL. Its engine is its own, and there is one only while the console is open: the
 * same for all reports, for an engine that is started while others end takes their memory once more.
 */
export class SqlConsole {
  /** What is typed: kept as long as the page is. */
  text = $state('');
  #isOpen = $state(false);
  #isRunning = $state(false);
  #isReady = $state(false);
  #outcome = $state.raw<Outcome | null>(null);
  #shown: Shown | null = null;
  /** Whether guests had pseudonyms in what was on screen last. */
  #areHidden = false;
  #engine: Promise<AskingEngine> | null = null;
  /** The engine with the tables of what is on screen; null until these are asked for. */
  #filled: Promise<AskingEngine> | null = null;
  /** Settles with the filling that was begun last, also where nobody wants it any more. */
  #filling: Promise<unknown> = Promise.resolve();
  /** Settles with the end of the engine before. */
  #ending: Promise<unknown> = Promise.resolve();
  /** Each query and each end of one; a late answer is known by it. */
  #run = 0;
  readonly #openEngine: OpenAsking;

  constructor(openEngine: OpenAsking, text = '') {
    this.#openEngine = openEngine;
    this.text = text;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Whether its engine has the tables: until then a query waits. */
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

  /** What was typed and answered is there when it is opened again. */
  close(): void {
    this.#isOpen = false;
    if (this.#isRunning) this.#outcome = { name: 'stopped' };
    this.#end();
  }

  /** The reports that are on screen: what is asked from now on is asked of them. */
  follow(shown: Shown | null): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (this.#isRunning) this.#outcome = { name: 'overtaken' };
    if (shown) {
      const areHidden = shown.guests !== null;
      // What was answered before has names in it, and so may what was complained of.
      if (areHidden && !this.#areHidden) this.#outcome = null;
      this.#areHidden = areHidden;
    }
    if (this.#isRunning) this.#end();
    // The same engine is filled with them.
    this.#filled = null;
    this.#isReady = false;
    if (this.#isOpen) this.#warm();
  }

  async run(): Promise<void> {
    const shown = this.#shown;
    if (this.#isRunning || !this.#isOpen || !shown) return;
    const run = (this.#run += 1);
    this.#isRunning = true;
    const outcome = await this.#ask(shown);
    if (run !== this.#run) return;
    this.#isRunning = false;
    this.#outcome = outcome;
    const isLost = outcome.name === 'refused' && outcome.error.isEngineLost;
    if (isLost || outcome.name === 'failed') this.#end();
    if (isLost) this.#warm();
  }

  /** Ends a query that takes too long, and its engine with it. */
  stop(): void {
    if (!this.#isRunning) return;
    this.#end();
    this.#outcome = { name: 'stopped' };
    this.#warm();
  }

  async #ask(shown: Shown): Promise<Outcome> {
    try {
      const engine = await this.#start();
      return {
        name: 'answered',
        answer: await engine.ask(this.text, MOST_ROWS),
        of: shown.dataset,
      };
    } catch (error) {
      if (error instanceof AskError) return { name: 'refused', error };
      return { name: 'failed', details: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Before it is asked anything; what goes wrong is told by the query that needs it. */
  #warm(): void {
    this.#start().catch(() => undefined);
  }

  #start(): Promise<AskingEngine> {
    if (this.#filled) return this.#filled;
    const shown = this.#shown;
    if (!shown) return Promise.reject(new Error('there are no reports'));
    const before = this.#filling;
    const opening = (this.#engine ??= this.#ending.then(this.#openEngine));
    const filled = opening.then(async (engine) => {
      await before;
      // Others are on screen by now, and are filled in next.
      if (this.#filled === filled) await engine.fill(shown.pack());
      return engine;
    });
    this.#filled = filled;
    this.#filling = filled.then(
      () => {
        if (this.#filled === filled) this.#isReady = true;
      },
      () => {
        if (this.#filled === filled) this.#letGo();
      },
    );
    return filled;
  }

  /** Whatever is asked for goes on with another engine, or with none. */
  #letGo(): void {
    if (this.#engine) {
      this.#ending = this.#engine.then((engine) => engine.close()).catch(() => undefined);
    }
    this.#engine = null;
    this.#filled = null;
    this.#filling = Promise.resolve();
    this.#isReady = false;
  }

  #end(): void {
    this.#letGo();
    this.#run += 1;
    this.#isRunning = false;
  }
}
