/**
 * Tries every way in which a page and its workers can send data. These functions run in the
 * browser, so they use only their argument.
 */

/** Maps each attempt to the policy directive that refused it, or to null. */
export type Refusals = Record<string, string | null>;

interface Importing {
  importing(address: string): Promise<unknown>;
}

/** The address to send to, and how long to wait for a refusal. */
export interface Sending {
  readonly host: string;
  readonly patienceMs: number;
}

/**
 * Defines `importing` in the browser. The code is a string, because Vitest replaces `import()` in
 * functions.
 */
export const IMPORTING = 'globalThis.importing = (address) => import(address); undefined';

/** Sends from the page in every way, one after the other, to `<host>?page-<way>`. */
export async function sendFromPage({ host, patienceMs }: Sending): Promise<Refusals> {
  const { importing } = globalThis as unknown as Importing;
  const to = (way: string) => `${host}?page-${way}`;
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
  const put = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    values: Record<string, string>,
    parent: Element = document.body,
  ) => {
    const element = document.createElement(name);
    Object.assign(element, values);
    parent.append(element);
    return element;
  };
  const ways: Record<string, () => void> = {
    fetch: () => {
      quietly(fetch(to('fetch'), { mode: 'no-cors' }));
    },
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open('POST', to('xhr'));
      request.send('text');
    },
    websocket: () => void new WebSocket(to('websocket').replace('http', 'ws')),
    eventsource: () => void new EventSource(to('eventsource')),
    beacon: () => void navigator.sendBeacon(to('beacon'), 'text'),
    image: () => void put('img', { src: to('image') }),
    video: () => void put('video', { src: to('video'), preload: 'auto' }),
    script: () => void put('script', { src: to('script') }),
    import: () => {
      quietly(importing(to('import')));
    },
    stylesheet: () => void put('link', { rel: 'stylesheet', href: to('stylesheet') }),
    preload: () => void put('link', { rel: 'modulepreload', href: to('preload') }),
    background: () => {
      put('p', { textContent: 'x' }).style.backgroundImage = `url("${to('background')}")`;
    },
    font: () => {
      quietly(new FontFace('Sent', `url("${to('font')}")`).load());
    },
    frame: () => void put('iframe', { src: to('frame') }),
    object: () => void put('object', { data: to('object') }),
    worker: () => void new Worker(to('worker')),
    form: () => {
      const frame = put('iframe', { name: 'sent' });
      const form = put('form', { action: to('form'), method: 'post', target: frame.name });
      form.submit();
    },
  };
  const refusals: Refusals = {};
  for (const [way, send] of Object.entries(ways)) {
    refusals[way] = await new Promise<string | null>((resolve) => {
      const timer = setTimeout(resolve, patienceMs, null);
      document.addEventListener(
        'securitypolicyviolation',
        ({ effectiveDirective }) => {
          clearTimeout(timer);
          resolve(effectiveDirective);
        },
        { once: true },
      );
      try {
        send();
      } catch {
        // The violation event reports the refusal.
      }
    });
    // Waits, so that a second event of this attempt does not count for the next one.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return refusals;
}

/** Sends from a worker in every way, to `<host>?worker-<way>`. */
export async function sendFromWorker({ host, patienceMs }: Sending): Promise<Refusals> {
  const { importing } = globalThis as unknown as Importing;
  const to = (way: string) => `${host}?worker-${way}`;
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
  const scope = globalThis as unknown as EventTarget & { importScripts(address: string): void };
  const ways: Record<string, () => void> = {
    fetch: () => {
      quietly(fetch(to('fetch'), { mode: 'no-cors' }));
    },
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open('POST', to('xhr'), false);
      request.send('text');
    },
    websocket: () => void new WebSocket(to('websocket').replace('http', 'ws')),
    eventsource: () => void new EventSource(to('eventsource')),
    scripts: () => {
      scope.importScripts(to('scripts'));
    },
    import: () => {
      quietly(importing(to('import')));
    },
    worker: () => void new Worker(to('worker')),
  };
  const refusals: Refusals = {};
  for (const [way, send] of Object.entries(ways)) {
    refusals[way] = await new Promise<string | null>((resolve) => {
      const timer = setTimeout(resolve, patienceMs, null);
      scope.addEventListener(
        'securitypolicyviolation',
        (event) => {
          clearTimeout(timer);
          resolve((event as SecurityPolicyViolationEvent).effectiveDirective);
        },
        { once: true },
      );
      try {
        send();
      } catch {
        // The violation event reports the refusal.
      }
    });
    // Waits, so that a second event of this attempt does not count for the next one.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return refusals;
}

/** Tries to send with the service worker and the cache, from the page and from a frame. */
export async function sendThroughServiceWorker({
  own,
  elsewhere,
}: {
  own: string;
  elsewhere: string;
}): Promise<Record<string, unknown>> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const { serviceWorker } = frame.contentWindow!.navigator as { serviceWorker?: unknown };
  const container = serviceWorker as ServiceWorkerContainer | undefined;
  const outcomeOf = async (act: () => unknown) => {
    try {
      const within = new Promise((resolve) => setTimeout(resolve, 2000, 'refused'));
      return await Promise.race([Promise.resolve(act()).then(() => 'done'), within]);
    } catch {
      return 'refused';
    }
  };
  const registration = () => container!.getRegistration(own) as Promise<ServiceWorkerRegistration>;
  const caching = await caches.open('anything');
  const outcomes = {
    'page has no container': !('serviceWorker' in navigator),
    'frame registers': await outcomeOf(() => container!.register(`${own}offline.js?secret`)),
    'frame updates': await outcomeOf(async () => (await registration()).update()),
    'frame preloads': await outcomeOf(async () => {
      const { navigationPreload } = await registration();
      await navigationPreload.setHeaderValue('secret');
      await navigationPreload.enable();
    }),
    'cache adds own': await outcomeOf(() => caching.add(`${own}?secret`)),
    'cache adds other': await outcomeOf(() => caching.add(elsewhere)),
    cookies: ((document.cookie = 'secret=1'), frame.contentDocument!.cookie),
  };
  await caches.delete('anything');
  return outcomes;
}
