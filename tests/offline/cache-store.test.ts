import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CacheStore, type Release } from '../../src/offline/cache-store';

const SCOPE = new URL('https://example.org/some/path/');

class FakeCaches {
  readonly all = new Map<string, Map<string, ArrayBuffer>>();
  /** The number of bytes that can still be stored. */
  room = Infinity;

  readonly storage = {
    keys: () => Promise.resolve([...this.all.keys()]),
    has: (name: string) => Promise.resolve(this.all.has(name)),
    delete: (name: string) => Promise.resolve(this.all.delete(name)),
    match: (address: string, { cacheName = '' }: MultiCacheQueryOptions = {}) => {
      const bytes = this.all.get(cacheName)?.get(address);
      return Promise.resolve(bytes && new Response(bytes));
    },
    open: (name: string) => {
      const cache = this.all.get(name) ?? new Map<string, ArrayBuffer>();
      this.all.set(name, cache);
      const put = async (address: string, response: Response) => {
        const bytes = await response.arrayBuffer();
        this.room -= bytes.byteLength;
        if (this.room < 0) throw new DOMException('full', 'QuotaExceededError');
        (this.all.get(name) ?? cache).set(address, bytes);
      };
      return Promise.resolve({ put });
    },
  } as unknown as CacheStorage;

  put(name: string, files: Readonly<Record<string, string>>): void {
    const entries = Object.entries(files).map(
      ([path, text]) => [SCOPE.href + path, new TextEncoder().encode(text).buffer] as const,
    );
    this.all.set(name, new Map(entries));
  }

  texts(name: string): Record<string, string> {
    const entries = [...(this.all.get(name) ?? [])].map(([address, bytes]) => [
      address.slice(SCOPE.href.length),
      new TextDecoder().decode(bytes),
    ]);
    return Object.fromEntries(entries) as Record<string, string>;
  }
}

type Files = Readonly<Record<string, string>>;
const A: Files = { 'index.html': '<a>', 'assets/a.js': 'a()', 'assets/both.js': 'both()' };
const B: Files = { 'index.html': '<b>', 'assets/b.js': 'b()', 'assets/both.js': 'both()' };

function releaseOf(version: string, files: Files): Release {
  return {
    version,
    headers: { 'X-Test': version },
    files: Object.entries(files).map(([path, text]) => ({
      path,
      type: path.endsWith('.js') ? 'text/javascript' : 'text/html',
      sha256: [createHash('sha256').update(text).digest('hex')],
    })),
  };
}

/** Creates a server that has these files and records its requests. */
function serverWith(served: Files | null = A) {
  const caches = new FakeCaches();
  const world = { caches, served, asked: [] as string[], unregisterCalls: 0 };
  const cacheStoreOf = (version: string, files: Files) =>
    new CacheStore(releaseOf(version, files), {
      scope: SCOPE,
      caches: caches.storage,
      fetch: ({ href }, { cache }) => {
        world.asked.push(`${cache ?? ''} ${href}`);
        if (!world.served) return Promise.reject(new TypeError('no network'));
        const path = href.slice(SCOPE.href.length) || 'index.html';
        const text = world.served[path];
        return Promise.resolve(
          new Response(text ?? '', { status: text === undefined ? 404 : 200 }),
        );
      },
      unregister: () => {
        world.unregisterCalls += 1;
        return Promise.resolve();
      },
    });
  return { ...world, world, cacheStoreOf };
}

const NAME_A = 'dishboard /some/path/ a';
const NAME_B = 'dishboard /some/path/ b';
const never = new AbortController().signal;
const asked = (path: string, mode: RequestMode = 'no-cors', method = 'GET') => ({
  url: new URL(path, SCOPE).href,
  mode,
  method,
});
const kept = (files: Files) =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path === 'index.html' ? '' : path, text]),
  );

describe('filling the cache with a release', () => {
  test('requests each file once from the server', async () => {
    const { world, cacheStoreOf } = serverWith();
    await cacheStoreOf('a', A).fill(never);
    expect(world.caches.texts(NAME_A)).toEqual(kept(A));
    expect(world.asked.sort()).toEqual(
      ['', 'assets/a.js', 'assets/both.js'].map((path) => `force-cache ${SCOPE.href}${path}`),
    );
  });

  test('uses files from the page and unchanged files of the last release', async () => {
    const { world, cacheStoreOf } = serverWith(B);
    world.caches.put(NAME_A, kept(A));
    world.caches.put('dishboard /some/path/ handed over', { 'assets/b.js': 'b()' });
    await cacheStoreOf('b', B).fill(never);
    expect(world.caches.texts(NAME_B)).toEqual(kept(B));
    // Only the page is requested, and first from the HTTP cache.
    expect(world.asked).toEqual([`force-cache ${SCOPE.href}`]);
  });

  test('bypasses the HTTP cache if it holds an earlier version', async () => {
    const caches = new FakeCaches();
    const cacheStore = new CacheStore(releaseOf('b', { 'index.html': '<b>' }), {
      scope: SCOPE,
      caches: caches.storage,
      fetch: (_, { cache }) => Promise.resolve(new Response(cache === 'reload' ? '<b>' : '<a>')),
      unregister: () => Promise.resolve(),
    });
    await cacheStore.fill(never);
    expect(caches.texts(NAME_B)).toEqual({ '': '<b>' });
  });

  test('fails if a file is missing or different, and later resumes', async () => {
    const { world, cacheStoreOf } = serverWith({ ...A, 'assets/a.js': 'other()' });
    await expect(cacheStoreOf('a', A).fill(never)).rejects.toThrow('assets/a.js');
    world.served = A;
    world.asked.length = 0;
    world.caches.put(NAME_A, { 'assets/both.js': 'both()' });
    await cacheStoreOf('a', A).fill(never);
    expect(world.asked.join()).not.toContain('both');
    expect(world.caches.texts(NAME_A)).toEqual(kept(A));
  });

  test('stops on abort', async () => {
    const { world, cacheStoreOf } = serverWith();
    const stopping = new AbortController();
    stopping.abort();
    await expect(cacheStoreOf('a', A).fill(stopping.signal)).rejects.toThrow();
    expect(world.asked).toEqual([]);
  });

  test('deletes its cache if storage is full', async () => {
    const { world, cacheStoreOf } = serverWith();
    world.caches.room = 5;
    await expect(cacheStoreOf('a', A).fill(never)).rejects.toThrow('full');
    expect([...world.caches.all.keys()]).toEqual([]);
  });

  test('lets cleaning delete earlier releases of its scope only', async () => {
    const { world, cacheStoreOf } = serverWith();
    const others = ['another', 'dishboard', 'dishboard /some/ a', 'dishboard /some/path/b/ a'];
    for (const name of [...others, NAME_A, NAME_B, 'dishboard /some/path/ handed over']) {
      world.caches.put(name, {});
    }
    await cacheStoreOf('b', B).clean();
    expect([...world.caches.all.keys()].sort()).toEqual([...others, NAME_B].sort());
  });
});

describe('an answer', () => {
  async function filled() {
    const made = serverWith();
    const cacheStore = made.cacheStoreOf('a', A);
    await cacheStore.fill(never);
    made.world.asked.length = 0;
    return { ...made, cacheStore };
  }

  test('has the released content and headers, with any query string', async () => {
    const { cacheStore, world } = await filled();
    world.served = null;
    for (const address of ['./', './?q=secret', 'index.html', 'assets/a.js?secret#x']) {
      const response = await cacheStore.answer(asked(address));
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(address.includes('.js') ? 'a()' : '<a>');
      expect(response.headers.get('X-Test')).toBe('a');
      const type = address.includes('.js') ? 'text/javascript' : 'text/html';
      expect(response.headers.get('Content-Type')).toBe(type);
    }
    expect(world.asked).toEqual([]);
  });

  test.each([
    ['assets/secret.js', 404],
    ['offline.js', 404],
    ['../other/', 404],
    ['https://elsewhere.example/some/path/', 404],
    ['__proto__', 404],
    ['assets/%2e%2e/index.html', 200],
  ])('to %s has status %i and causes no request', async (address, status) => {
    const { cacheStore, world } = await filled();
    expect((await cacheStore.answer(asked(address))).status).toBe(status);
    expect(world.asked).toEqual([]);
  });

  test('to another method than GET has status 405', async () => {
    const { cacheStore, world } = await filled();
    expect((await cacheStore.answer(asked('./', 'navigate', 'POST'))).status).toBe(405);
    expect(world.asked).toEqual([]);
  });

  test('is never content that something else put into the cache', async () => {
    const { cacheStore, world } = await filled();
    world.caches.put(NAME_A, { ...kept(A), '': '<evil>' });
    expect(await (await cacheStore.answer(asked('./', 'navigate'))).text()).toBe('<a>');
    world.caches.put(NAME_A, { '': '<evil>' });
    world.served = null;
    expect((await cacheStore.answer(asked('./', 'navigate'))).type).toBe('error');
  });

  test('unregisters the worker if its file is no longer available', async () => {
    const { cacheStore, world } = await filled();
    world.caches.all.clear();
    world.served = B;
    const response = await cacheStore.answer(asked('./?secret', 'navigate'));
    expect(response.headers.get('Location')).toBe(SCOPE.href);
    expect(world.unregisterCalls).toBe(1);
    expect(world.asked.join()).not.toContain('secret');
    expect((await cacheStore.answer(asked('assets/a.js'))).type).toBe('error');
  });
});
