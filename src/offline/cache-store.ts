/**
 * What the service worker does: keeps the files of one release and answers with them, and with nothing
 * else. A service worker is not bound by the page's policies, so this must be no way out: it asks for
 * the fixed addresses of its release alone, whatever it is asked for, and passes no request on.
 */

import { cachePrefix } from './cache-names';

export interface ReleaseFile {
  /** Below the scope: `assets/index-1a2b3c.js`. */
  readonly path: string;
  /** In hex. A packed file has two: some servers say of it that it is encoded, and browsers unpack it. */
  readonly sha256: readonly string[];
  readonly type: string;
}

/** Written into the worker by the build (tools/offline.js). */
export interface Release {
  readonly version: string;
  readonly files: readonly ReleaseFile[];
  /** With every answer, as of a server that sends them. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface CacheServices {
  /** Ends with a slash. */
  readonly scope: URL;
  readonly caches: CacheStorage;
  readonly fetch: (address: URL, how: RequestInit) => Promise<Response>;
  /** The site is no longer kept: what is navigated to from now on is asked of the server. */
  readonly stepAside: () => Promise<unknown>;
}

export const PAGE = 'index.html';
const FILES_AT_A_TIME = 6;

/** What a server has is of another release: what is missing of this one does not come any more. */
class Differs extends Error {}

export class CacheStore {
  readonly #release: Release;
  readonly #means: CacheServices;
  readonly #files: ReadonlyMap<string, ReleaseFile>;

  constructor(release: Release, means: CacheServices) {
    this.#release = release;
    this.#means = means;
    this.#files = new Map(release.files.map((file) => [file.path, file]));
  }

  get #name(): string {
    return cachePrefix(this.#means.scope) + this.#release.version;
  }

  /**
   * Gets all files, from the page or earlier releases where they have them. Rejects unless all are there;
   * what has come by then is kept for the next time, unless there is no room.
   */
  async fill(signal: AbortSignal): Promise<void> {
    const waiting = [...this.#files.values()];
    const fillSome = async (): Promise<void> => {
      try {
        for (let file = waiting.pop(); file; file = waiting.pop()) {
          signal.throwIfAborted();
          await this.#keep(file, signal);
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
      await this.#means.caches.delete(this.#name);
    }
    throw failed.reason;
  }

  /** Once nobody uses an earlier release any more. */
  async clean(): Promise<void> {
    const { caches } = this.#means;
    const old = (await this.#kept()).filter((name) => name !== this.#name);
    await Promise.all(old.map((name) => caches.delete(name)));
  }

  /** Never rejects. What is behind a `?` is of no account, and goes nowhere. */
  async answer(request: Pick<Request, 'method' | 'url' | 'mode'>): Promise<Response> {
    const { origin, pathname } = new URL(request.url);
    const { scope } = this.#means;
    const isBelow = origin === scope.origin && pathname.startsWith(scope.pathname);
    const file = isBelow && this.#files.get(pathname.slice(scope.pathname.length) || PAGE);
    if (!file) return new Response('There is no such page.', { status: 404 });
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    try {
      const bytes = (await this.#find(this.#name, file)) ?? (await this.#keep(file));
      return this.#response(file, bytes);
    } catch (error) {
      if (!(error instanceof Differs)) return Response.error();
      await this.#means.stepAside();
      return request.mode === 'navigate' ? Response.redirect(scope) : Response.error();
    }
  }

  async #kept(): Promise<string[]> {
    const prefix = cachePrefix(this.#means.scope);
    return (await this.#means.caches.keys()).filter((name) => name.startsWith(prefix));
  }

  /** From an earlier release, the page or the server, and kept if there is room. Throws where it does not come. */
  async #keep(file: ReleaseFile, signal?: AbortSignal): Promise<ArrayBuffer> {
    const { caches } = this.#means;
    for (const name of await this.#kept()) {
      const bytes = await this.#find(name, file);
      if (!bytes) continue;
      if (name !== this.#name) await this.#put(file, bytes);
      return bytes;
    }
    // The page has imported it already, and the browser may still have it.
    const bytes =
      (await this.#ask(file, 'force-cache', signal)) ?? (await this.#ask(file, 'reload', signal));
    if (!bytes) throw new Differs(file.path);
    if (signal) await this.#put(file, bytes);
    else if (await caches.has(this.#name)) await this.#put(file, bytes).catch(() => undefined);
    return bytes;
  }

  async #put(file: ReleaseFile, bytes: ArrayBuffer): Promise<void> {
    const cache = await this.#means.caches.open(this.#name);
    await cache.put(this.#address(file), new Response(bytes));
  }

  /** Any script of the page can write into a cache: what is there counts only if it is what was built. */
  async #find(name: string, file: ReleaseFile): Promise<ArrayBuffer | null> {
    const { caches } = this.#means;
    const found = await caches.match(this.#address(file), { cacheName: name });
    return found ? this.#checked(file, found) : null;
  }

  async #ask(
    file: ReleaseFile,
    cache: RequestCache,
    signal?: AbortSignal,
  ): Promise<ArrayBuffer | null> {
    const found = await this.#means.fetch(new URL(this.#address(file)), {
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

  /** Some servers have no page under its own name. */
  #address({ path }: ReleaseFile): string {
    return new URL(path === PAGE ? './' : `./${path}`, this.#means.scope).href;
  }

  #response({ type }: ReleaseFile, bytes: ArrayBuffer): Response {
    return new Response(bytes, { headers: { ...this.#release.headers, 'Content-Type': type } });
  }
}
