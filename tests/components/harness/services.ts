/** The services of a session whose loads are recordings. */
import type { Engine } from '../../../src/engine/engine';
import { AskError, type AskingEngine } from '../../../src/engine/engine';
import { directIngest } from '../../../src/ingest/worker/read';
import type { Database } from '../../../src/pipeline/database';
import type { Dataset, InputTable } from '../../../src/pipeline/dataset';
import { joinRejects, RejectLog } from '../../../src/pipeline/reject-log';
import type { Attempt } from '../../../src/lock/attempts';
import type { Services } from '../../../src/state/session.svelte';
import type { FixtureName } from '../fixtures';
import type { Recording } from '../recordings';

const recordings = new Map<FixtureName, Recording>();

export function addRecording(recording: Recording): void {
  recordings.set(recording.name, recording);
}

export function filesOf(name: FixtureName): File[] {
  const { files } = recordings.get(name)!;
  return files.map(({ name, content }) => new File([content], name, { type: 'text/csv' }));
}

/** Finds the recording of the tables' files by their names and sizes. */
function recordingOf(tables: readonly InputTable[]): Recording {
  const keyOf = (files: readonly File[]) =>
    files.map(({ name, size }) => `${name} ${String(size)}`).join('\n');
  const key = keyOf(tables.map(({ source }) => source.file));
  const found = [...recordings.values()].find(({ name }) => keyOf(filesOf(name)) === key);
  if (!found) throw new Error(`nothing is recorded of ${key}`);
  return found;
}

function datasetOf(tables: readonly InputTable[]): Dataset {
  const recording = recordingOf(tables);
  const loaded = tables.map((table, index) => {
    const { rejects, ...rest } = recording.tables[index]!;
    const log = new RejectLog(table.source.name);
    log.add(rejects);
    return { ...table, ...rest, id: index + 1, rejects: log };
  });
  return {
    tables: loaded,
    sources: loaded.map(({ source }) => source.name),
    receipt: recording.receipt,
    rejects: joinRejects(loaded.map(({ rejects }) => rejects)),
    results: recording.results,
  };
}

/** An engine that is never queried, because all results are recorded. */
const NO_ENGINE = { run: () => Promise.resolve(), close: () => Promise.resolve() };

/**
 * Services that answer with recordings. `sample` is `nothing` for a page whose engine never
 * arrives.
 */
export function recordedServices(store: Storage | null, sample: FixtureName | 'nothing'): Services {
  const shown = (database: Database) => recordingOf(database.held);
  return {
    store,
    openDatabase: () =>
      sample === 'nothing'
        ? new Promise<Database>(() => undefined)
        : Promise.resolve({ engine: NO_ENGINE as unknown as Engine, held: [] }),
    sourcesOf: (file, signal) => directIngest.sourcesOf(file, signal),
    inspect: (source, choice, signal) => directIngest.inspect(source, choice, signal),
    load: (database, tables) => {
      const dataset = datasetOf(tables);
      database.held = dataset.tables;
      return Promise.resolve(dataset);
    },
    readCosts: () => Promise.reject(new Error('no cost list is recorded')),
    review: (database) => Promise.resolve(shown(database).review),
    pick: (database, restaurant) =>
      Promise.resolve(shown(database).picks.find((each) => each.restaurant === restaurant)!),
    customerTies: (database, restaurant) =>
      Promise.resolve(shown(database).ties.find((each) => each.restaurant === restaurant)!.ties),
    soldDishes: (database) => Promise.resolve(shown(database).sold),
    details: (database, { kind, name }) =>
      Promise.resolve(
        shown(database).details.find((each) => each.kind === kind && each.name === name) ?? null,
      ),
    // eslint-disable-next-line @typescript-eslint/no-empty-function
    async *pack() {},
    fetchSample: () =>
      sample === 'nothing'
        ? new Promise<File>(() => undefined)
        : Promise.resolve(filesOf(sample)[0]!),
  };
}

/** Answers any query, but fails if the query contains `wrong`. */
export function recordedAsking(): AskingEngine {
  return {
    fill: () => Promise.resolve(),
    close: () => Promise.resolve(),
    ask: (sql) =>
      sql.includes('wrong')
        ? Promise.reject(
            new AskError('Binder Error: Referenced column "wrong" not found in FROM clause!', {
              marker: `${sql}\n       ^`,
            }),
          )
        : Promise.resolve({
            columns: [
              { name: 'restaurant', isNumber: false },
              { name: 'orders', isNumber: true },
            ],
            rows: [
              { c0: 'Luna', c1: '3' },
              { c0: 'Sol', c1: null },
            ],
            hasMore: false,
          }),
  };
}

export const ATTEMPTS: readonly Attempt[] = [
  { way: 'fetch', isRefused: true },
  { way: 'beacon', isRefused: true },
  { way: 'socket', isRefused: false },
  { way: 'image', isRefused: true },
  { way: 'worker', isRefused: true },
];
