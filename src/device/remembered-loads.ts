/** The remembered load, in the browser's own database. */
import type { Kept, LoadStore } from '../domain/remembered-load';

const STORE = 'kept';
const KEY = 'latest';
/** Of what is written: another is not understood. */
const FORMAT = 1;

/** `path`: where the site is on its origin, which it may share with others. */
export function loadStoreAt(path: string): LoadStore {
  const name = `dishboard:${path}`;
  return {
    async read() {
      return parse(await within(name, 'readonly', (store) => store.get(KEY)));
    },

    async write(kept) {
      try {
        await put(name, kept);
        return 'kept';
      } catch (error) {
        return isNamed(error, 'QuotaExceededError') ? 'full' : 'forbidden';
      }
    },

    async clear() {
      const had = await within(name, 'readonly', (store) => store.count()).catch(() => 0);
      await settled(indexedDB.deleteDatabase(name));
      return had > 0;
    },
  };
}

/** Not every browser that has handles can keep them: then the rest is kept. */
async function put(name: string, kept: Kept): Promise<void> {
  const entry = { format: FORMAT, ...kept };
  try {
    await within(name, 'readwrite', (store) => store.put(entry, KEY));
  } catch (error) {
    if (!isNamed(error, 'DataCloneError')) throw error;
    await within(name, 'readwrite', (store) => store.put({ ...entry, handles: [] }, KEY));
  }
}

/** Open no longer than it takes, so that nothing keeps it from being deleted. */
async function within<T>(
  name: string,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(STORE);
  };
  const database = await settled(opening);
  try {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error('the database was closed'));
      };
    });
    return request.result;
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('the database was not opened'));
    };
  });
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}

/** What another version wrote is as good as nothing. */
function parse(entry: unknown): Kept | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { format, loads, handles } = entry as Partial<Record<keyof Kept | 'format', unknown>>;
  const isOurs = format === FORMAT && Array.isArray(loads) && Array.isArray(handles);
  return isOurs ? (entry as Kept) : null;
}
