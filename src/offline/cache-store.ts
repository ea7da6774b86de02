/**
 * The logic of the service worker, which caches the files of one release and answers requests only
 * with these files. The policies of the page do not apply to a service worker. To prevent a leak,
 * it requests only the fixed URLs of its release and forwards no request.
 */

import { cachePrefix } from './cache-names';

export interface ReleaseFile {
  /** The path relative to the scope, such as `assets/index-1a2b3c.js`. */
  readonly path: string;
  /**
   * The possible digests in hexadecimal. A gzipped file has two, because some servers send it with
   * `Content-Encoding`, and browsers then unpack it.
   */
  readonly sha256: readonly string[];
  readonly type: string;
}

/** A release of the site, which the build sets (tools/offline.js). */
export interface Release {
  readonly version: string;
  readonly files: readonly ReleaseFile[];
  readonly headers: Readonly<Record<string, string>>;
}

export interface CacheServices {
  /** The URL of the site, which ends with a slash. */
  readonly scope: URL;
  readonly caches: CacheStorage;
  readonly fetch: (address: URL, how: RequestInit) => Promise<Response>;
  readonly unregister: () => Promise<unknown>;
}

export const PAGE = 'index.html';
const FILES_AT_A_TIME = 6;

/** Thrown if the server has another release, so that it will never send the missing file. */
class OtherRelease extends Error {}

export class CacheStore {
  readonly #release: Release;
  readonly #services: CacheServices;
  readonly #files: ReadonlyMap<string, ReleaseFile>;

  constructor(release: Release, services: CacheServices) {
    this.#release = release;
    this.#services = services;
    this.#files = new Map(release.files.map((file) => [file.path, file]));
  }

  get #name(): string {
    return cachePrefix(this.#services.scope) + this.#release.version;
  }

  /**
   * Caches all files. They come from the page or earlier releases where possible. Rejects if a file
   * is missing; other files stay cached for the next attempt, unless the storage is full.
   */
  async fill(signal: AbortSignal): Promise<void> {
    const waiting = [...this.#files.values()];
    const fillSome = async (): Promise<void> => {
      try {
        for (let file = waiting.pop(); file; file = waiting.pop()) {
          signal.throwIfAborted();
          await this.#fetchIntoCache(file, signal);
        }
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    };
    const filled = await Promise.allSettled(Array.from({ length: FILES_AT_A_TIME }, fillSome));
    const failed = filled.find(({ status }) => status === 'rejected');
    if (failed?.status !== 'rejected') return;
    if (failed.reason instanceof DOMException && failed.reason.name === 'QuotaExceededError') {
      await this.#services.caches.delete(this.#name);
    }
    throw failed.reason;
  }

  /** Deletes the caches of other releases. It must be called only when no page uses them. */
  async clean(): Promise<void> {
    const { caches } = this.#services;
    const old = (await this.#cacheNames()).filter((name) => name !== this.#name);
    await Promise.all(old.map((name) => caches.delete(name)));
  }

  /** Answers a request of the page, ignoring the query string. Never rejects. */
  async answer(request: Pick<Request, 'method' | 'url' | 'mode'>): Promise<Response> {
    const { origin, pathname } = new URL(request.url);
    const { scope } = this.#services;
    const isBelow = origin === scope.origin && pathname.startsWith(scope.pathname);
    const file = isBelow && this.#files.get(pathname.slice(scope.pathname.length) || PAGE);
    if (!file) return new Response('There is no such page.', { status: 404 });
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    try {
      const bytes =
        (await this.#findCached(this.#name, file)) ?? (await this.#fetchIntoCache(file));
      return this.#response(file, bytes);
    } catch (error) {
      if (!(error instanceof OtherRelease)) return Response.error();
      await this.#services.unregister();
      return request.mode === 'navigate' ? Response.redirect(scope) : Response.error();
    }
  }

  async #cacheNames(): Promise<string[]> {
    const prefix = cachePrefix(this.#services.scope);
    return (await this.#services.caches.keys()).filter((name) => name.startsWith(prefix));
  }

  /**
   * Looks for the file in all caches, then on the server, and caches it if there is room. Throws if
   * it cannot be fetched.
   */
  async #fetchIntoCache(file: ReleaseFile, signal?: AbortSignal): Promise<ArrayBuffer> {
    const { caches } = this.#services;
    for (const name of await this.#cacheNames()) {
      const bytes = await this.#findCached(name, file);
      if (!bytes) continue;
      if (name !== this.#name) await this.#put(file, bytes);
      return bytes;
    }
    // The HTTP cache is tried first, because the page has already imported the file.
    const bytes =
      (await this.#request(file, 'force-cache', signal)) ??
      (await this.#request(file, 'reload', signal));
    if (!bytes) throw new OtherRelease(file.path);
    if (signal) await this.#put(file, bytes);
    else if (await caches.has(this.#name)) await this.#put(file, bytes).catch(() => undefined);
    return bytes;
  }

  async #put(file: ReleaseFile, bytes: ArrayBuffer): Promise<void> {
    const cache = await this.#services.caches.open(this.#name);
    await cache.put(this.#address(file), new Response(bytes));
  }

  /**
   * Returns the cached bytes if their digest is right, because any script of the page can write to
   * a cache.
   */
  async #findCached(name: string, file: ReleaseFile): Promise<ArrayBuffer | null> {
    const { caches } = this.#services;
    const found = await caches.match(this.#address(file), { cacheName: name });
    return found ? this.#checked(file, found) : null;
  }

  async #request(
    file: ReleaseFile,
    cache: RequestCache,
    signal?: AbortSignal,
  ): Promise<ArrayBuffer | null> {
    const found = await this.#services.fetch(new URL(this.#address(file)), {
      cache,
      referrerPolicy: 'no-referrer',
      ...(signal ? { signal } : {}),
    });
    return found.ok ? this.#checked(file, found) : null;
  }

  async #checked(file: ReleaseFile, response: Response): Promise<ArrayBuffer | null> {
    const bytes = await response.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return file.sha256.includes(hex) ? bytes : null;
  }

  /**
   * Returns the address of a file. The page has the address `./`, because some servers do not serve
   * `index.html` under its own name.
   */
  #address({ path }: ReleaseFile): string {
    return new URL(path === PAGE ? './' : `./${path}`, this.#services.scope).href;
  }

  #response({ type }: ReleaseFile, bytes: ArrayBuffer): Response {
    return new Response(bytes, { headers: { ...this.#release.headers, 'Content-Type': type } });
  }
}
