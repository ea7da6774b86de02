/**
 * The part of the page that registers the service worker. If the browser does not support or allow
 * service workers, the page works without one.
 */

import { handoverCacheName } from './cache-names';

/** TypeScript's library has no type for this API. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

export interface OfflineNews {
  /** Called when the site can be opened without a network. */
  onReady(): void;
  /**
   * Called when a new version is ready. `takeOver` activates it, and resolves when a reload gets
   * the new version.
   */
  onNewVersion(takeOver: () => Promise<void>): void;
}

const SCRIPT = './offline.js';
/** The security policy of the page allows a Trusted Types policy of this name (tools/csp.mjs). */
const POLICY = 'dishboard-offline';

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/** The policy is created at once, so that no other script can create a policy of this name. */
const policy = trustedTypes?.createPolicy(POLICY, {
  createScriptURL: (url) => {
    if (url !== SCRIPT) throw new TypeError(`${url} is not the worker of this site`);
    return url;
  },
});

/**
 * Milliseconds for which reading a file waits for the service worker. The next visit fetches what
 * is still missing.
 */
const SETTLE_TIMEOUT_MS = 10_000;
/** The timeout of a registration lookup, which normally resolves at once. */
const LOOKUP_TIMEOUT_MS = 2_000;
/**
 * Milliseconds until the browser has looked for a new worker, as it does after a navigation that
 * the worker answered. Chromium looks 1.5 s after the last request, Firefox and WebKit earlier.
 */
const BROWSER_UPDATE_CHECK_MS = 2_500;

/** Registers the service worker before the lock closes, and waits for it before a file is read. */
export class Visit {
  readonly #container: ServiceWorkerContainer;
  readonly #news: OfflineNews;
  #registration: ServiceWorkerRegistration | null = null;
  readonly #lookup: Promise<void>;
  #settling: Promise<void> | null = null;
  #browserUpdateCheck: Promise<unknown> | null = null;

  /** If a worker is registered, looks for a new version at once. */
  constructor(container: ServiceWorkerContainer, news: OfflineNews) {
    this.#container = container;
    this.#news = news;
    this.#lookup = this.#lookUpRegistration().catch(() => undefined);
  }

  /**
   * Registers the service worker. It must be called after all parts are fetched and before the lock
   * closes.
   */
  async begin(fetched: ReadonlyMap<string, Blob>): Promise<void> {
    await resolvesWithin(LOOKUP_TIMEOUT_MS, this.#lookup);
    if (this.#container.controller) {
      this.#browserUpdateCheck = new Promise((resolve) =>
        setTimeout(resolve, BROWSER_UPDATE_CHECK_MS),
      );
    }
    if (this.#settling) return;
    await this.#handOver(fetched).catch(() => this.#deleteHandover());
    // The lock can close as soon as this call is made.
    const registering = this.#container.register(policy?.createScriptURL(SCRIPT) ?? SCRIPT, {
      scope: this.#scope.pathname,
    });
    this.#settling = registering
      .then((registration) => this.#follow(registration))
      .catch(() => this.#deleteHandover());
  }

  /** Resolves when the worker no longer makes requests. */
  async settled(): Promise<void> {
    await this.#browserUpdateCheck;
    const hasSettled = await resolvesWithin(SETTLE_TIMEOUT_MS, this.#settling);
    if (hasSettled) return;
    this.#registration?.installing?.postMessage('stop');
    await resolvesWithin(SETTLE_TIMEOUT_MS, this.#settling);
  }

  get #scope(): URL {
    return new URL('./', document.baseURI);
  }

  async #handOver(fetched: ReadonlyMap<string, Blob>): Promise<void> {
    const cache = await caches.open(handoverCacheName(this.#scope));
    const put = ([address, content]: readonly [string, Blob]) =>
      cache.put(new URL(address, document.baseURI), new Response(content));
    await Promise.all([...fetched].map(put));
  }

  /**
   * Deletes the handover cache, if there is one. Access to `caches` can throw if storage is
   * forbidden.
   */
  async #deleteHandover(): Promise<void> {
    try {
      await caches.delete(handoverCacheName(this.#scope));
    } catch {
      // The service worker of the next visit deletes the cache.
    }
  }

  async #lookUpRegistration(): Promise<void> {
    const registration = await this.#container.getRegistration(this.#scope);
    if (!registration?.active) return;
    this.#settling = registration
      .update()
      .catch(() => undefined)
      .then(() => this.#follow(registration));
  }

  async #follow(registration: ServiceWorkerRegistration): Promise<void> {
    this.#registration = registration;
    this.#notify(registration);
    registration.addEventListener('updatefound', () => {
      void installed(registration.installing).then(() => {
        this.#notify(registration);
      });
    });
    await installed(registration.installing);
    if (!registration.active) await this.#deleteHandover();
    this.#notify(registration);
  }

  #notify({ active, waiting }: ServiceWorkerRegistration): void {
    if (active) this.#news.onReady();
    if (!active || !waiting) return;
    this.#news.onNewVersion(async () => {
      waiting.postMessage('take over');
      await stateReached(waiting, ['activated', 'redundant']);
    });
  }
}

/** Resolves when the worker is active, waiting or redundant. */
async function installed(worker: ServiceWorker | null): Promise<void> {
  if (!worker) return;
  await stateReached(worker, ['installed', 'activating', 'activated', 'redundant']);
  // The first worker is activated without waiting, so its activation is awaited too.
  if (worker.state === 'activating') await stateReached(worker, ['activated', 'redundant']);
}

function stateReached(worker: ServiceWorker, states: readonly ServiceWorkerState[]): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!states.includes(worker.state)) return;
      worker.removeEventListener('statechange', look);
      resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

async function resolvesWithin(ms: number, done: Promise<void> | null): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<false>((resolve) => (timer = setTimeout(resolve, ms, false)));
  const isInTime = await Promise.race([Promise.resolve(done).then(() => true), timeout]);
  clearTimeout(timer);
  return isInTime;
}
