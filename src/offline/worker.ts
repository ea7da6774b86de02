/** The entry point of the service worker, built as `offline.js`. */
import { CacheStore, type Release } from './cache-store';

declare const __DISHBOARD_RELEASE__: Release;

/** These types are declared here, because TypeScript's `webworker` library conflicts with `dom`. */
interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

const worker = globalThis as unknown as WorkerScope;
const stopping = new AbortController();
const cacheStore = new CacheStore(__DISHBOARD_RELEASE__, {
  scope: new URL(worker.registration.scope),
  caches,
  fetch: (address, how) => fetch(address, how),
  unregister: () => worker.registration.unregister(),
});

worker.addEventListener('install', (event) => {
  event.waitUntil(cacheStore.fill(stopping.signal));
});
// While pages of an earlier release are open, its worker stays active. This worker waits until they
// close or send `take over`.
worker.addEventListener('activate', (event) => {
  event.waitUntil(cacheStore.clean());
});
worker.addEventListener('fetch', (event) => {
  event.respondWith(cacheStore.answer(event.request));
});
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
  if (data === 'stop') stopping.abort();
});
