/** The composition root: what the page is made of, put together once. */
import '@fontsource-variable/source-serif-4';
import './app.css';
import { mount } from 'svelte';
import sampleUrl from '../static/data.csv?url';
import { forgetEverything } from './device/forget-everything';
import { loadStoreAt } from './device/remembered-loads';
import type { DownloadProgress } from './engine/engine';
import { Failure } from './lib/failure';
import { provideLocale } from './lib/locale';
import { once } from './lib/once';
import { en } from './lib/messages/en';
import { tryToSend } from './lock/attempts';
import { fetchParts, orPageFailure } from './lock/parts';
import { seal } from './lock/seal';
import { EXAMPLES } from './sql/console';
import { BigQueryDestination } from './state/bigquery-destination.svelte';
import { FilesOnDisk } from './state/files-on-disk.svelte';
import { GuestNames } from './state/guest-names.svelte';
import { Lock } from './state/lock.svelte';
import { Memory } from './state/memory.svelte';
import { Session, type Services } from './state/session.svelte';
import { Settings } from './state/settings.svelte';
import { SqlConsole } from './state/sql-console.svelte';
import { View } from './state/view.svelte';
import App from './ui/App.svelte';
import { disk } from './ui/handles';
import { painted } from './ui/painted';

/** Once: what is asked of them while a page is looked at must not wait for the way to them. */
const loading = once(async () => {
  const [pipeline, costs, looking] = await Promise.all([
    import('./pipeline/load'),
    import('./pipeline/costs'),
    import('./pipeline/looking'),
  ]);
  return { ...pipeline, ...costs, ...looking };
});

const fetchingSample = once(async () => {
  try {
    const response = await fetch(sampleUrl);
    if (!response.ok) throw new Error(`HTTP status ${String(response.status)}`);
    return new File([await response.blob()], 'data.csv', { type: 'text/csv' });
  } catch (error) {
    throw new Failure(
      {
        fault: 'internal',
        what: 'sample not downloaded',
        details: error instanceof Error ? error.message : String(error),
      },
      { cause: error },
    );
  }
});
/** Whoever opens the engine last is told of its download. */
let tellProgress: (progress: DownloadProgress) => void = () => undefined;
const fetchingEngines = once(async () => {
  const { downloadEngines } = await import('./engine/duckdb-browser');
  return downloadEngines((progress) => {
    tellProgress(progress);
  });
});
const fetchingIngest = once(async () =>
  (await import('./ingest/worker-ingest')).openWorkerIngest(),
);
/** Until there is something to look at, nobody else is asked for anything. */
const fetchingParts = once(async () => {
  await mounted;
  await painted();
  return fetchParts();
});

/** Not a person's own: nobody waits for it, and nothing of it is a secret. */
const samples = new WeakSet<File>();

/** All is fetched once, then the page is locked, then the first worker is started: each is bound by the lock. */
const lock = new Lock({
  async fetchAll(onProgress, ownFile) {
    tellProgress = onProgress;
    const [engines, ingest] = await orPageFailure(
      Promise.all([
        fetchingEngines(),
        fetchingIngest(),
        fetchingParts(),
        loading(),
        Promise.race([fetchingSample(), ownFile]),
      ]),
    );
    return { engines, ingest };
  },
  // The development server has its own connection to the page.
  seal: import.meta.env.PROD ? seal : null,
  tryToSend,
  hasTrustedTypes: 'trustedTypes' in globalThis,
});

/** Imported where they are used: the first content needs neither the engine nor the pipeline. */
const store = localStore();
const services: Services = {
  async openDatabase(onProgress) {
    const [{ engines }, { createDatabase }] = await Promise.all([
      lock.close(onProgress),
      import('./pipeline/database'),
    ]);
    const engine = await engines.open();
    try {
      return await createDatabase(engine);
    } catch (error) {
      await engine.close();
      throw error;
    }
  },
  store,
  async sourcesOf(file, signal) {
    // An engine that did not come is fetched again now, and its progress shown.
    session.warmUp();
    const { ingest } = await (samples.has(file) ? lock.close() : lock.closeForFile());
    return ingest.sourcesOf(file, signal);
  },
  async inspect(source, choice, signal) {
    return (await lock.close()).ingest.inspect(source, choice, signal);
  },
  async load(database, tables, options) {
    const [{ load }, { ingest }] = await Promise.all([loading(), lock.close()]);
    return load(database, ingest, tables, options);
  },
  async readCosts(database, tables, signal) {
    const [{ readCosts }, { ingest }] = await Promise.all([loading(), lock.close()]);
    return readCosts(database, ingest, tables, signal);
  },
  async review(database) {
    return (await loading()).review(database);
  },
  async pick(database, restaurant) {
    return (await loading()).pick(database, restaurant);
  },
  async customerTies(database, restaurant) {
    return (await loading()).customerTies(database, restaurant);
  },
  async soldDishes(database) {
    return (await loading()).soldDishes(database);
  },
  async details(database, subject) {
    return (await loading()).details(database, subject);
  },
  async *pack(database, held, key) {
    const { packConsoleTables } = await import('./pipeline/console-tables');
    yield* packConsoleTables(database, held, key);
  },
  async fetchSample(signal) {
    const sample = await fetchingSample();
    samples.add(sample);
    signal.throwIfAborted();
    return sample;
  },
};

function addressOf(hash: string): string {
  return hash === '' ? location.pathname + location.search : `#${hash}`;
}

/** Null where the browser forbids it: then nothing is remembered. */
function localStore(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** The back button takes a pick back; a reload and another load begin with what the address says. */
const view = new View({
  read: () => ({ hash: location.hash.slice(1), kept: history.state as unknown }),
  push: ({ hash, kept }) => {
    history.pushState(kept, '', addressOf(hash));
  },
  replace: ({ hash, kept }) => {
    history.replaceState(kept, '', addressOf(hash));
  },
});
const settings = new Settings(
  {
    store: services.store,
    languages: navigator.languages,
    fetchMessages: async (language) =>
      language === 'ja' ? (await import('./lib/messages/ja')).ja : en,
  },
  view,
);
provideLocale(() => settings);
addEventListener('popstate', () => {
  view.follow();
  void settings.speak();
});

const sqlConsole = new SqlConsole(async (parts) => {
  const { engines } = await lock.close();
  return engines.openAsking(parts);
}, EXAMPLES.everywhere);
const guests = new GuestNames(services.store, async () => {
  const [{ Pseudonyms }, { hideGuests }, { hideFileCell }] = await Promise.all([
    import('./lib/pseudonyms'),
    import('./state/hidden-guests'),
    import('./state/hidden-records'),
  ]);
  return { makePseudonyms: (key) => new Pseudonyms(key), hideGuests, hideCell: hideFileCell };
});

const destination = new BigQueryDestination(services.store);

const loads = loadStoreAt(new URL('.', document.baseURI).pathname);
const memory = new Memory({
  store,
  loads,
  summarise: async (shown, areGuestsHidden) =>
    (await import('./state/summarise')).summarise(shown, areGuestsHidden),
  handlesOf: ({ dataset }) =>
    disk.handlesOf([...new Set(dataset.tables.map(({ source }) => source.file))]),
  areGuestsHidden: () => guests.areHidden,
});
/** What is in memory must not come back to the device with the next click. */
async function forget() {
  await memory.leave();
  const forgotten = await forgetEverything(store, loads);
  destination.forget();
  await settings.forget();
  return forgotten;
}

const session = new Session(services);
const target = document.getElementById('app');
// No word of another language before it: they are small, and already on their way.
const mounted = settings.speak().then(() => {
  if (!target) return;
  const device = { onDisk: new FilesOnDisk(disk), memory, forget };
  const props = { session, view, settings, guests, sqlConsole, destination, lock, device };
  mount(App, { target, props });
});
session.warmUp();
void session.openSample();
