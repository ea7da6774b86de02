/** The page's side of its service worker. Without one, or where the browser forbids it, nothing is different. */

import { handedOver } from './cache-names';

/** What TypeScript's library does not have. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

export interface OfflineNews {
  /** From now on the site opens without a network. */
  onReady(): void;
  /** `takeOver` resolves once the next load is of the new version. */
  onNewVersion(takeOver: () => Promise<void>): void;
}

const SCRIPT = './offline.js';
/** Its name is in the page's policy (tools/csp.mjs). */
const POLICY = 'dishboard-offline';

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/** Made at once, so that nobody else makes one of that name. */
const policy = trustedTypes?.createPolicy(POLICY, {
  createScriptURL: (url) => {
    if (url !== SCRIPT) throw new TypeError(`${url} is not the worker of this site`);
    return url;
  },
});

/** After it, a file is not kept waiting: what has not come by then is asked for at the next visit. */
const PATIENCE_MS = 10_000;
/** The browser is asked what it has: it answers at once, or something is wrong with it. */
const LOOKING_MS = 2_000;
/**
 * A page that came from the worker makes the browser look for a new one by itself, a second or two after
 * the page has come to rest (Chromium: 1.5 s after its last request; Firefox and WebKit: before).
 */
const BROWSER_LOOKS_MS = 2_500;

/** The visit of a page to its worker: begun before the lock, settled before a file is read. */
export class Visit {
  readonly #container: ServiceWorkerContainer;
  readonly #news: OfflineNews;
  #registration: ServiceWorkerRegistration | null = null;
  readonly #looking: Promise<void>;
  #settling: Promise<void> | null = null;
  #browserLooks: Promise<unknown> | null = null;

  /** Asks the server for a new version at once, where there is a worker from an earlier visit. */
  constructor(container: ServiceWorkerContainer, news: OfflineNews) {
    this.#container = container;
    this.#news = news;
    this.#looking = this.#look().catch(() => undefined);
  }

  /** All that the page is made of has come, and it is not locked yet. */
  async begin(fetched: ReadonlyMap<string, Blob>): Promise<void> {
    await within(LOOKING_MS, this.#looking);
    if (this.#container.controller) {
      this.#browserLooks = new Promise((resolve) => setTimeout(resolve, BROWSER_LOOKS_MS));
    }
    if (this.#settling) return;
    await this.#handOver(fetched).catch(() => this.#takeBack());
    // Once it is called, the lock may close.
    const registering = this.#container.register(policy?.createScriptURL(SCRIPT) ?? SCRIPT, {
      scope: this.#scope.pathname,
    });
    this.#settling = registering
      .then((registration) => this.#follow(registration))
      .catch(() => this.#takeBack());
  }

  /** Once the worker asks for nothing more. */
  async settled(): Promise<void> {
    await this.#browserLooks;
    const hasSettled = await within(PATIENCE_MS, this.#settling);
    if (hasSettled) return;
    this.#registration?.installing?.postMessage('stop');
    await within(PATIENCE_MS, this.#settling);
  }

  get #scope(): URL {
    return new URL('./', document.baseURI);
  }

  async #handOver(fetched: ReadonlyMap<string, Blob>): Promise<void> {
    const cache = await caches.open(handedOver(this.#scope));
    const put = ([address, content]: readonly [string, Blob]) =>
      cache.put(new URL(address, document.baseURI), new Response(content));
    await Promise.all([...fetched].map(put));
  }

  /** Where storage is forbidden, `caches` itself may throw. */
  async #takeBack(): Promise<void> {
    try {
      await caches.delete(handedOver(this.#scope));
    } catch {
      // Nothing was handed over, or it is taken by the next visit.
    }
  }

  async #look(): Promise<void> {
    const registration = await this.#container.getRegistration(this.#scope);
    if (!registration?.active) return;
    this.#settling = registration
      .update()
      .catch(() => undefined)
      .then(() => this.#follow(registration));
  }

  async #follow(registration: ServiceWorkerRegistration): Promise<void> {
    this.#registration = registration;
    this.#tell(registration);
    registration.addEventListener('updatefound', () => {
      void installed(registration.installing).then(() => {
        this.#tell(registration);
      });
    });
    await installed(registration.installing);
    if (!registration.active) await this.#takeBack();
    this.#tell(registration);
  }

  #tell({ active, waiting }: ServiceWorkerRegistration): void {
    if (active) this.#news.onReady();
    if (!active || !waiting) return;
    this.#news.onNewVersion(async () => {
      waiting.postMessage('take over');
      await reached(waiting, ['activated', 'redundant']);
    });
  }
}

/** Resolves once it is in use, waits for it, or has failed. */
async function installed(worker: ServiceWorker | null): Promise<void> {
  if (!worker) return;
  await reached(worker, ['installed', 'activating', 'activated', 'redundant']);
  // The first one is in use a moment later.
  if (worker.state === 'activating') await reached(worker, ['activated', 'redundant']);
}

function reached(worker: ServiceWorker, states: readonly ServiceWorkerState[]): Promise<void> {
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

/** Whether it has resolved by then. */
async function within(ms: number, done: Promise<void> | null): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<false>((resolve) => (timer = setTimeout(resolve, ms, false)));
  const hasCome = await Promise.race([Promise.resolve(done).then(() => true), tooLong]);
  clearTimeout(timer);
  return hasCome;
}
