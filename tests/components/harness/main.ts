/**
 * Mounts the page again for each test, with its real components and styles but with fake services.
 */
import '@fontsource-variable/source-serif-4';
import '../../../src/app.css';
import { mount, unmount } from 'svelte';
import { forgetEverything } from '../../../src/device/forget-everything';
import { loadStoreAt } from '../../../src/device/remembered-loads';
import { provideLocale } from '../../../src/i18n/locale';
import { en } from '../../../src/i18n/messages/en';
import { EXAMPLES } from '../../../src/sql/console';
import { FilesOnDisk } from '../../../src/state/files/files-on-disk.svelte';
import { GuestNames } from '../../../src/state/guests/guest-names.svelte';
import { Memory } from '../../../src/state/memory/memory.svelte';
import { summarise } from '../../../src/state/memory/summarise';
import { BigQueryDestination } from '../../../src/state/page/bigquery-destination.svelte';
import { Lock } from '../../../src/state/page/lock.svelte';
import { Offline } from '../../../src/state/page/offline.svelte';
import { Settings } from '../../../src/state/page/settings.svelte';
import { SqlConsole } from '../../../src/state/page/sql-console.svelte';
import { View } from '../../../src/state/page/view.svelte';
import { Session } from '../../../src/state/session.svelte';
import { disk } from '../../../src/ui/files/handles';
import App from '../../../src/ui/shell/App.svelte';
import type { FixtureName } from '../fixtures';
import { addRecording, ATTEMPTS, filesOf, recordedAsking, recordedServices } from './services';

export interface MountOptions {
  /** Keeps what an earlier mount has stored on the device and in the address. */
  readonly isNextVisit?: boolean;
  /** The recording that the page opens as its sample, or `nothing` if the engine never arrives. */
  readonly opensWith: FixtureName | 'nothing' | null;
  /** The recording that a person loads instead of the sample. */
  readonly loads?: FixtureName;
}

const ROOT = location.pathname;
const loads = loadStoreAt(ROOT);
let leave = () => Promise.resolve();

function localStore(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

async function mountPage({ isNextVisit = false, opensWith, loads: chosen }: MountOptions) {
  await leave();
  if (!isNextVisit) {
    localStore()?.clear();
    await loads.clear();
    history.replaceState(null, '', ROOT);
  }
  scrollTo({ top: 0 });
  const store = localStore();
  const services = recordedServices(store, opensWith ?? chosen!);
  const addressOf = (hash: string) => (hash === '' ? ROOT : `#${hash}`);
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
      store,
      languages: navigator.languages,
      fetchMessages: async (language) =>
        language === 'ja' ? (await import('../../../src/i18n/messages/ja')).ja : en,
    },
    view,
  );
  provideLocale(() => settings);
  const onPopState = () => {
    view.follow();
    void settings.loadMessages();
  };
  addEventListener('popstate', onPopState);
  const guests = new GuestNames(store, async () => {
    const [{ Pseudonyms }, { hideGuests }, { hideFileCell }] = await Promise.all([
      import('../../../src/state/guests/pseudonyms'),
      import('../../../src/state/guests/hidden-guests'),
      import('../../../src/state/guests/hidden-records'),
    ]);
    return { makePseudonyms: (key) => new Pseudonyms(key), hideGuests, hideCell: hideFileCell };
  });
  const memory = new Memory({
    store,
    loads,
    summarise,
    handlesOf: ({ dataset }) =>
      disk.handlesOf([...new Set(dataset.tables.map(({ source }) => source.file))]),
    areGuestsHidden: () => guests.areHidden,
  });
  const destination = new BigQueryDestination(store);
  const forget = async () => {
    await memory.stop();
    const forgotten = await forgetEverything(store, loads);
    destination.forget();
    await settings.forget();
    return forgotten;
  };
  const lock = new Lock({
    fetchAll: () => Promise.resolve(null),
    seal: () => undefined,
    tryToSend: () => Promise.resolve(ATTEMPTS),
    hasTrustedTypes: true,
  });
  await lock.close();
  const session = new Session(services);
  await settings.loadMessages();
  const app = mount(App, {
    target: document.getElementById('app')!,
    props: {
      session,
      view,
      settings,
      guests,
      lock,
      destination,
      sqlConsole: new SqlConsole(() => Promise.resolve(recordedAsking()), EXAMPLES.everywhere),
      offline: new Offline({ visit: null, reload: () => undefined }),
      device: { onDisk: new FilesOnDisk(disk), memory, forget },
    },
  });
  leave = async () => {
    removeEventListener('popstate', onPopState);
    session.cancel();
    await memory.stop();
    await unmount(app);
    delete document.body.dataset['phase'];
  };
  if (chosen) void session.openFiles(filesOf(chosen));
  else void session.openSample();
}

Object.assign(globalThis, { harness: { mountPage, addRecording } });
