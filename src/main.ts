/** Creates the services of the page and mounts the page. */
import '@fontsource-variable/source-serif-4';
import './app.css';
import { mount } from 'svelte';
import sampleUrl from '../static/data.csv?url';
import { forgetEverything } from './device/forget-everything';
import { loadStoreAt } from './device/remembered-loads';
import type { DownloadProgress } from './engine/engine';
import { Failure } from './domain/failure';
import { fetchBlob } from './lib/fetch-blob';
import { takeFetched } from './lib/fetched';
import { provideLocale } from './i18n/locale';
import { once } from './lib/once';
import { en } from './i18n/messages/en';
import { retry } from './lib/retry';
import { tryToSend } from './lock/attempts';
import { fetchParts, orPageFailure } from './lock/parts';
import { seal } from './lock/seal';
import { Visit } from './offline/visit';
import { EXAMPLES } from './sql/console';
import { BigQueryDestination } from './state/page/bigquery-destination.svelte';
import { FilesOnDisk } from './state/files/files-on-disk.svelte';
import { GuestNames } from './state/guests/guest-names.svelte';
import { Lock } from './state/page/lock.svelte';
import { Memory } from './state/memory/memory.svelte';
import { Offline } from './state/page/offline.svelte';
import { Session, type Services } from './state/session.svelte';
import { Settings } from './state/page/settings.svelte';
import { SqlConsole } from './state/page/sql-console.svelte';
import { onUncaught } from './state/page/uncaught';
import { View } from './state/page/view.svelte';
import App from './ui/shell/App.svelte';
import { disk, filesOfHandles } from './ui/files/handles';
import { whenLaunchedWith } from './ui/shell/launched';
import { painted } from './ui/shell/painted';

/** Whether public/check.js found the browser too old. */
const isTooOld = document.documentElement.hasAttribute('data-too-old');

/** Imports the pipeline once, so that later queries need not wait for a download. */
const importPipeline = once(async () => {
  const [pipeline, costs, looking] = await Promise.all([
    retry(() => import('./pipeline/load')),
    retry(() => import('./pipeline/costs')),
    retry(() => import('./pipeline/looking')),
  ]);
  return { ...pipeline, ...costs, ...looking };
});

/** Fetches the sample. The lock blocks new requests; a pending request still finishes. */
const fetchingSample: () => Promise<File> = once(async () => {
  try {
    if (lock.isClosed) throw new Error('the page is locked');
    const blob = await retry(
      (isAgain) => fetchBlob(sampleUrl, { isAgain }),
      () => !lock.isClosed,
    );
    return new File([blob], 'data.csv', { type: 'text/csv' });
  } catch (error) {
    if (lock.isClosed) throw Failure.internal('sample out of reach', error, 'reload page');
    throw Failure.internal('sample not downloaded', error);
  }
});
/** Reports download progress to the latest caller that opens the engine. */
let notifyProgress: (progress: DownloadProgress) => void = () => undefined;
let resolveEngineDownloaded: () => void = () => undefined;
/** Resolves when the last byte has arrived, before the engine is unpacked and checked. */
const engineDownloaded = new Promise<void>((resolve) => (resolveEngineDownloaded = resolve));
const fetchingEngines = once(async () => {
  const { downloadEngines } = await retry(() => import('./engine/duckdb-browser'));
  return downloadEngines((progress) => {
    notifyProgress(progress);
    if (progress.loadedBytes === progress.totalBytes) resolveEngineDownloaded();
  });
});
const fetchingIngest = once(async () =>
  (await retry(() => import('./ingest/worker/worker-ingest'))).openWorkerIngest(),
);
/**
 * Fetches parts that the first view does not need, after the engine is downloaded and while it is
 * unpacked and checked.
 */
const fetchingOtherParts = once(async () => {
  await Promise.all([engineDownloaded, mounted]);
  await painted();
  const [ingest] = await Promise.all([fetchingIngest(), fetchParts(), importPipeline()]);
  return ingest;
});

/** Marks sample files. They contain nothing private, so they need no service worker. */
const samples = new WeakSet<File>();

// The development server's files change too often to cache.
const container = import.meta.env.PROD && !isTooOld ? serviceWorkers() : null;
const offline = new Offline({
  visit: container && ((news) => new Visit(container, news)),
  reload: () => {
    location.reload();
  },
});

/**
 * Everything is fetched before the lock closes, and no worker starts before that, so that the lock
 * binds every worker.
 */
const lock = new Lock({
  async fetchAll(onProgress, ownFile) {
    notifyProgress = onProgress;
    const [engines, ingest] = await orPageFailure(
      Promise.all([
        fetchingEngines(),
        fetchingOtherParts(),
        Promise.race([fetchingSample(), ownFile]),
      ]),
    );
    await offline.begin(takeFetched());
    return { engines, ingest };
  },
  // The lock would break the development server's connection to the page.
  seal: import.meta.env.PROD ? seal : null,
  tryToSend,
  hasTrustedTypes: 'trustedTypes' in globalThis,
});

/**
 * The services import code lazily, because the first view needs neither the engine nor the
 * pipeline.
 */
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
    // Retries the engine download if it has failed.
    session.warmUp();
    const isSample = samples.has(file);
    const [{ ingest }] = await Promise.all([
      isSample ? lock.close() : lock.closeForFile(),
      isSample || lock.close().then(() => offline.settled()),
    ]);
    return ingest.sourcesOf(file, signal);
  },
  async inspect(source, choice, signal) {
    return (await lock.close()).ingest.inspect(source, choice, signal);
  },
  async load(database, tables, options) {
    const [{ load }, { ingest }] = await Promise.all([importPipeline(), lock.close()]);
    return load(database, ingest, tables, options);
  },
  async readCosts(database, tables, signal) {
    const [{ readCosts }, { ingest }] = await Promise.all([importPipeline(), lock.close()]);
    return readCosts(database, ingest, tables, signal);
  },
  async review(database) {
    return (await importPipeline()).review(database);
  },
  async pick(database, restaurant) {
    return (await importPipeline()).pick(database, restaurant);
  },
  async customerTies(database, restaurant) {
    return (await importPipeline()).customerTies(database, restaurant);
  },
  async soldDishes(database) {
    return (await importPipeline()).soldDishes(database);
  },
  async details(database, subject) {
    return (await importPipeline()).details(database, subject);
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

function localStore(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Returns null if service workers are forbidden or the page comes over plain HTTP. */
function serviceWorkers(): ServiceWorkerContainer | null {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}

/** Keeps the selection in the address, for the back button and a reload. */
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
      language === 'ja' ? (await import('./i18n/messages/ja')).ja : en,
  },
  view,
);
provideLocale(() => settings);
addEventListener('popstate', () => {
  view.follow();
  void settings.loadMessages();
});

const sqlConsole = new SqlConsole(async () => {
  const { engines } = await lock.close();
  return engines.openAsking();
}, EXAMPLES.everywhere);
const guests = new GuestNames(services.store, async () => {
  const [{ Pseudonyms }, { hideGuests }, { hideFileCell }] = await Promise.all([
    import('./state/guests/pseudonyms'),
    import('./state/guests/hidden-guests'),
    import('./state/guests/hidden-records'),
  ]);
  return { makePseudonyms: (key) => new Pseudonyms(key), hideGuests, hideCell: hideFileCell };
});

const destination = new BigQueryDestination(services.store);

const loads = loadStoreAt(new URL('.', document.baseURI).pathname);
const memory = new Memory({
  store,
  loads,
  summarise: async (shown, areGuestsHidden) =>
    (await import('./state/memory/summarise')).summarise(shown, areGuestsHidden),
  handlesOf: ({ dataset }) =>
    disk.handlesOf([...new Set(dataset.tables.map(({ source }) => source.file))]),
  areGuestsHidden: () => guests.areHidden,
});
/**
 * Deletes stored data. Also clears the state in memory, because the next action would store it
 * again.
 */
async function forget() {
  await memory.stop();
  const forgotten = await forgetEverything(store, loads);
  destination.forget();
  await settings.forget();
  return forgotten;
}

const session = new Session(services);
const target = document.getElementById('app');
/** Mounts nothing in a browser that is too old: public/check.js already shows a message. */
const neverResolves = new Promise<never>(() => undefined);
// Waits for the small catalogue, so that no other language is shown first.
const mounted = (isTooOld ? neverResolves : settings.loadMessages()).then(() => {
  if (!target) return;
  const device = { onDisk: new FilesOnDisk(disk), memory, forget };
  const props = { session, view, settings, guests, sqlConsole, destination, lock, offline, device };
  mount(App, { target, props });
});
onUncaught((error) => {
  session.refuse(Failure.from(error).report);
});
if (!isTooOld) {
  session.warmUp();
  void session.openSample();
  whenLaunchedWith((handles) => {
    void session.openFound(filesOfHandles(handles));
  });
}
