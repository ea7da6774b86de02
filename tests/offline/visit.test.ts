import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Visit } from '../../src/offline/visit';

class FakeWorker extends EventTarget {
  readonly told: unknown[] = [];
  state: ServiceWorkerState = 'installing';

  postMessage(message: unknown): void {
    this.told.push(message);
    if (message === 'stop') this.become('redundant');
    if (message === 'take over') this.become('activated');
  }

  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;
  updates = 0;

  update(): Promise<void> {
    this.updates += 1;
    return Promise.resolve();
  }
}

/** Creates a visit with fakes. `known` is the registration of an earlier visit. */
function setting(known: FakeRegistration | null, registered = new FakeRegistration()) {
  const told: string[] = [];
  let takeOver: () => Promise<void> = () => Promise.resolve();
  const container = {
    controller: known?.active ?? null,
    getRegistration: () => Promise.resolve(known ?? undefined),
    register: vi.fn(() => Promise.resolve(registered)),
  };
  const visit = new Visit(container as unknown as ServiceWorkerContainer, {
    onReady: () => told.push('ready'),
    onNewVersion: (given) => {
      told.push('new version');
      takeOver = given;
    },
  });
  return { visit, told, container, takeOver: () => takeOver() };
}

const stored = new Map<string, string[]>();

beforeEach(() => {
  vi.useFakeTimers();
  stored.clear();
  vi.stubGlobal('document', { baseURI: 'https://example.org/some/path/?q#h' });
  vi.stubGlobal('caches', {
    open: (name: string) => {
      const addresses = stored.get(name) ?? [];
      stored.set(name, addresses);
      return Promise.resolve({ put: ({ href }: URL) => Promise.resolve(addresses.push(href)) });
    },
    delete: (name: string) => Promise.resolve(stored.delete(name)),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const installingNow = () => Object.assign(new FakeRegistration(), { installing: new FakeWorker() });

test('the first visit hands over what it has fetched and waits until it is cached', async () => {
  const registration = installingNow();
  const { visit, told, container } = setting(null, registration);
  await visit.begin(new Map([['assets/a.js', new Blob(['a'])]]));
  expect([...stored]).toEqual([
    ['dishboard /some/path/ handed over', ['https://example.org/some/path/assets/a.js']],
  ]);
  expect(container.register).toHaveBeenCalledWith('./offline.js', { scope: '/some/path/' });
  let hasSettled = false;
  const settled = visit.settled().then(() => (hasSettled = true));
  await vi.advanceTimersByTimeAsync(5000);
  expect(hasSettled).toBe(false);
  registration.active = registration.installing;
  registration.active?.become('activated');
  await settled;
  expect(told.at(-1)).toBe('ready');
  expect(registration.active?.told).toEqual([]);
});

test('a file waits until the timeout, then the worker is told to stop', async () => {
  const registration = installingNow();
  const { visit, told } = setting(null, registration);
  await visit.begin(new Map([['assets/a.js', new Blob(['a'])]]));
  const settled = visit.settled();
  await vi.advanceTimersByTimeAsync(30_000);
  await settled;
  expect(registration.installing?.told).toEqual(['stop']);
  expect(told).toEqual([]);
  expect([...stored.keys()]).toEqual([]);
});

test('a later visit looks for a new version once, and waits for the browser to look too', async () => {
  const known = Object.assign(new FakeRegistration(), { active: new FakeWorker() });
  const { visit, told, container } = setting(known);
  await visit.begin(new Map([['assets/a.js', new Blob(['a'])]]));
  expect(known.updates).toBe(1);
  expect(container.register).not.toHaveBeenCalled();
  expect([...stored.keys()]).toEqual([]);
  let hasSettled = false;
  const settled = visit.settled().then(() => (hasSettled = true));
  await vi.advanceTimersByTimeAsync(2000);
  expect(hasSettled).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  await settled;
  expect(told).toEqual(['ready', 'ready']);
});

test('a new version is announced and takes over on request', async () => {
  const known = Object.assign(new FakeRegistration(), { active: new FakeWorker() });
  const { visit, told, takeOver } = setting(known);
  await visit.begin(new Map());
  await vi.advanceTimersByTimeAsync(0);
  const found = (known.installing = new FakeWorker());
  known.dispatchEvent(new Event('updatefound'));
  known.installing = null;
  known.waiting = found;
  found.become('installed');
  await vi.advanceTimersByTimeAsync(0);
  expect(told.at(-1)).toBe('new version');
  await takeOver();
  expect(found.told).toEqual(['take over']);
});

test('a refused registration leaves nothing behind and delays nothing', async () => {
  const { visit, told, container } = setting(null);
  container.register.mockRejectedValue(new Error('refused'));
  await visit.begin(new Map([['assets/a.js', new Blob(['a'])]]));
  await visit.settled();
  expect(told).toEqual([]);
  expect([...stored.keys()]).toEqual([]);
});
