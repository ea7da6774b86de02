import { AskError, type Answer, type AskingEngine, type PackedPart } from '../engine/engine';
import type { Shown } from './phase';

/** An engine with these tables. */
export type OpenAsking = (parts: AsyncIterable<PackedPart>) => Promise<AskingEngine>;

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

/** What a person asks in SQL. Its engine is its own, and there is one only while the console is open. */
export class SqlConsole {
  /** What is typed: kept as long as the page is. */
  text = $state('');
  #isOpen = $state(false);
  #isRunning = $state(false);
  #isReady = $state(false);
  #outcome = $state.raw<Outcome | null>(null);
  #shown: Shown | null = null;
  /** Whether guests had their names in the reports that were asked last. */
  #hadNames = false;
  #engine: Promise<AskingEngine> | null = null;
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
    // What was answered has names, and what was refused may quote them.
    else if (shown?.guests && this.#hadNames) this.#outcome = null;
    this.#end();
    if (this.#isOpen) this.#warm();
  }

  async run(): Promise<void> {
    const shown = this.#shown;
    if (this.#isRunning || !this.#isOpen || !shown) return;
    const run = (this.#run += 1);
    this.#isRunning = true;
    this.#hadNames = !shown.guests;
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
    if (this.#engine) return this.#engine;
    if (!this.#shown) return Promise.reject(new Error('there are no reports'));
    const engine = this.#openEngine(this.#shown.pack());
    this.#engine = engine;
    engine.then(
      () => {
        if (this.#engine === engine) this.#isReady = true;
      },
      () => {
        if (this.#engine === engine) this.#engine = null;
      },
    );
    return engine;
  }

  #end(): void {
    this.#run += 1;
    this.#engine?.then((engine) => engine.close()).catch(() => undefined);
    this.#engine = null;
    this.#isReady = false;
    this.#isRunning = false;
  }
}
