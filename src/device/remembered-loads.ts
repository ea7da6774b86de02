import type { Kept, LoadStore } from '../domain/remembered-load';

const STORE = 'kept';
const KEY = 'latest';
/** The version of the stored format. Data in another version is ignored. */
const FORMAT = 1;

/**
 * Opens the store of remembered loads in IndexedDB. Its name contains the path of the site, because
 * other sites can share the origin.
 */
export function loadStoreAt(path: string): LoadStore {
  const name = `dishboard:${path}`;
  return {
    async read() {
      return parse(await inTransaction(name, 'readonly', (store) => store.get(KEY)));
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
      const count = await inTransaction(name, 'readonly', (store) => store.count()).catch(() => 0);
      await resultOf(indexedDB.deleteDatabase(name));
      return count > 0;
    },
  };
}

/** Stores the data, without the file handles if the browser cannot store file handles. */
async function put(name: string, kept: Kept): Promise<void> {
  const entry = { format: FORMAT, ...kept };
  try {
    await inTransaction(name, 'readwrite', (store) => store.put(entry, KEY));
  } catch (error) {
    if (!isNamed(error, 'DataCloneError')) throw error;
    await inTransaction(name, 'readwrite', (store) => store.put({ ...entry, handles: [] }, KEY));
  }
}

/**
 * Runs one request in a transaction. Closes the database afterwards, because an open database
 * cannot be deleted.
 */
async function inTransaction<T>(
  name: string,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(STORE);
  };
  const database = await resultOf(opening);
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

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
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

function parse(entry: unknown): Kept | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { format, loads, handles } = entry as Partial<Record<keyof Kept | 'format', unknown>>;
  const isOurs = format === FORMAT && Array.isArray(loads) && Array.isArray(handles);
  return isOurs ? (entry as Kept) : null;
}
