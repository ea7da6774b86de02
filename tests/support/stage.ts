import type { DownloadProgress, Engine } from '../../src/engine/engine';
import type { Findings } from '../../src/domain/findings';
import type { Receipt } from '../../src/domain/receipt';
import type { Inspection } from '../../src/ingest/layout/inspect';
import type { Choice } from '../../src/ingest/layout/layout';
import type { Source } from '../../src/ingest/container/source';
import { Failure } from '../../src/domain/failure';
import type { Database } from '../../src/pipeline/database';
import type { Dataset, Review, SoldDishes, InputTable } from '../../src/pipeline/dataset';
import type { LoadOptions } from '../../src/pipeline/read-tables';
import { NO_HINTS, NO_RESULTS } from '../../src/sql/tables';
import type { Store } from '../../src/state/files/remembered-choices';
import type { Phase } from '../../src/state/phase';
import { Session, type Services } from '../../src/state/session.svelte';
import { NO_REJECTS } from './rejects';
import { layoutOf } from './scan';

export const file = (name: string) => new File(['x'], name);
export const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function sourceOf(own: File): Source {
  return { name: own.name, file: own, container: { type: 'plain' } };
}

/**
 * A fake inspection. A file named `ask…` has questions, and the first word of the name is its
 * header.
 */
function inspectionOf(source: Source, choice: Choice | undefined): Inspection {
  const asks = source.name.startsWith('ask') || source.name.includes('bank');
  const base = layoutOf();
  const columns = choice?.columns ?? base.columns;
  return {
    source,
    layout: {
      ...base,
      header: [source.name.split(' ')[0]!, 'dish'],
      columns,
      restaurant: columns.restaurant === undefined ? choice?.restaurant || source.name : null,
    },
    questions: asks && !choice?.columns ? ['columns'] : [],
    rows: [],
    headers: [],
    costs: source.name.startsWith('costs')
      ? { columns: { dish: 0, price: 1 }, isSure: true }
      : null,
    prices: { filled: 0, unreadable: 0 },
  };
}

export const NO_FINDINGS: Findings = {
  unclosedQuotes: { count: 0, first: [] },
  headers: { count: 0, first: [] },
  drifts: [],
  totals: { count: 0, first: [] },
  tidied: [],
  repeats: [],
};

export const ONE_RECORD: Receipt = {
  lines: 2,
  headerLines: 1,
  blankLines: 0,
  recordLines: 1,
  read: 1,
  kept: 1,
  rejected: 0,
};

function datasetOf(tables: readonly InputTable[]): Dataset {
  const receipt = ONE_RECORD;
  return {
    tables: tables.map((table, index) => ({
      ...table,
      id: index + 1,
      receipt,
      rejects: NO_REJECTS,
      revenue: null,
      findings: NO_FINDINGS,
    })),
    sources: tables.map(({ source }) => source.name),
    receipt,
    rejects: NO_REJECTS,
    results: NO_RESULTS,
  };
}

export class MemoryStore implements Store {
  readonly #items = new Map<string, string>();

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }

  removeItem(key: string): void {
    this.#items.delete(key);
  }
}

const NOTHING_PICKED = { dishes: [], revenues: [], travellers: [], visitors: [] };

/** A session with fake services, whose answers a test controls. */
export class Stage {
  readonly loads: {
    files: readonly string[];
    tables: readonly InputTable[];
    options: LoadOptions;
    resolve: () => void;
    reject: (error: unknown) => void;
  }[] = [];
  readonly engines: {
    onProgress: (progress: DownloadProgress) => void;
    resolve: () => void;
    reject: (error: unknown) => void;
    isClosed: boolean;
  }[] = [];

  /** Each inspection with its choice. */
  readonly inspected: { name: string; choice: Choice | undefined }[] = [];
  /** The file names of each reading of cost lists. */
  readonly costsRead: string[][] = [];
  costsFail: Error | null = null;
  /** Delays the next reading of cost lists. */
  costsHeld: Promise<void> | null = null;
  readonly store = new MemoryStore();

  /** The engine answers when this promise resolves. */
  answering: Promise<void> = Promise.resolve();
  readonly session: Session;
  reviewed: Promise<Review> = Promise.resolve({
    contenders: [],
    menu: [],
    checks: [],
    hints: NO_HINTS,
  });
  sold: SoldDishes = [];
  sample: Promise<File> = Promise.resolve(file('data.csv'));

  constructor() {
    const services: Services = {
      openDatabase: (onProgress) =>
        new Promise<Database>((resolve, reject) => {
          const opened = {
            onProgress,
            reject,
            isClosed: false,
            resolve: () => {
              const close = () => {
                opened.isClosed = true;
                return Promise.resolve();
              };
              resolve({
                engine: { close, run: () => this.answering } as unknown as Engine,
                held: [],
              });
            },
          };
          this.engines.push(opened);
        }),
      store: this.store,
      sourcesOf: (own) => Promise.resolve([sourceOf(own)]),
      inspect: (source, choice) => {
        this.inspected.push({ name: source.name, choice });
        if (source.name.startsWith('wrong') && !(choice && source.name.includes('bank'))) {
          const wayOn = source.name.includes('bank') ? ({ wayOn: 'match columns' } as const) : {};
          const where = { file: source.name };
          const report = { fault: 'input', what: 'empty file', where, ...wayOn } as const;
          return Promise.reject(new Failure(report));
        }
        return Promise.resolve(inspectionOf(source, choice));
      },
      load: (database, tables, options) =>
        new Promise<Dataset>((resolve, reject) => {
          const files = tables.map(({ source }) => source.name);
          this.loads.push({
            files,
            tables,
            options,
            reject,
            resolve: () => {
              const dataset = datasetOf(tables);
              database.held = dataset.tables;
              resolve(dataset);
            },
          });
        }),
      readCosts: async (_, tables) => {
        this.costsRead.push(tables.map(({ source }) => source.name));
        await this.costsHeld;
        return this.costsFail
          ? Promise.reject(this.costsFail)
          : Promise.resolve({
              lists: tables.map((table, index) => ({
                ...table,
                ...{ id: index + 1, dishes: 1, rejects: NO_REJECTS },
              })),
              faults: [],
              margins: [],
            });
      },
      review: () => this.reviewed,
      pick: (_, restaurant) => Promise.resolve({ ...NOTHING_PICKED, restaurant }),
      customerTies: () => Promise.resolve([]),
      soldDishes: () => Promise.resolve(this.sold),
      details: () => Promise.resolve(null),
      pack: () => {
        throw new Error('nothing is packed here');
      },
      fetchSample: () => this.sample,
    };
    this.session = new Session(services);
  }

  get phase() {
    return this.session.phase;
  }

  /** Opens another file, and answers that it replaces the files on screen. */
  async replace(name: string): Promise<void> {
    void this.session.openFiles([file(name)]);
    await settled();
    this.session.answer('replace');
    await settled();
  }

  static async ready(name = 'monday.csv'): Promise<Stage> {
    const stage = new Stage();
    void stage.session.openFiles([file(name)]);
    await settled();
    stage.engines[0]!.resolve();
    await settled();
    stage.loads[0]!.resolve();
    await settled();
    return stage;
  }
}

export function mappingOf(stage: Stage): Phase & { name: 'mapping' } {
  const { phase } = stage;
  if (phase.name !== 'mapping') throw new Error(`the phase is ${phase.name}`);
  return phase;
}

export function lastLoad(stage: Stage): [string, string | null][] {
  return stage.loads.at(-1)!.tables.map(({ source, layout }) => [source.name, layout.restaurant]);
}

export async function finishLoad(stage: Stage): Promise<void> {
  stage.loads.at(-1)!.resolve();
  await settled();
}

export async function started(): Promise<Stage> {
  const stage = new Stage();
  stage.session.warmUp();
  stage.engines[0]!.resolve();
  await settled();
  return stage;
}
