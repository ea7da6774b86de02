/** Tests the built site behind nginx with deploy/nginx.conf, both its headers and the page. */
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtSite } from '../../tools/built.mjs';
import { SECURITY_HEADERS } from '../../tools/csp.mjs';
import { findNginx, serveByNginx } from '../../tools/nginx.mjs';
import { Site } from './site';

const nginx = findNginx();
const isAskedFor = process.env['REQUIRE_NGINX'] === '1';
if (!nginx && !isAskedFor)
  console.log('nginx is not installed (apt-get install nginx-light); its tests are skipped.');

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

describe.skipIf(!nginx && !isAskedFor)('behind nginx', () => {
  let server: Awaited<ReturnType<typeof serveByNginx>>;
  let dist = '';

  class SiteBehindNginx extends Site {
    override get url(): string {
      return server.url;
    }
  }
  const site = new SiteBehindNginx({ fresh: true, withServiceWorker: true });

  beforeAll(async () => {
    if (!nginx) throw new Error('REQUIRE_NGINX is set, but nginx is not installed');
    dist = builtSite();
    server = await serveByNginx(nginx, dist);
    await site.launch();
  });
  afterAll(async () => {
    await server.close();
  });

  /** Requests a path without decompressing the answer. */
  function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      get(new URL(path, server.url), { headers, agent: false }, (response) => {
        const blocks: Buffer[] = [];
        response.on('data', (block: Buffer) => blocks.push(block));
        response.on('end', () => {
          const { statusCode = 0 } = response;
          resolve({ status: statusCode, headers: response.headers, body: Buffer.concat(blocks) });
        });
      }).on('error', reject);
    });
  }

  async function asset(name: RegExp): Promise<string> {
    const { readdir } = await import('node:fs/promises');
    const found = (await readdir(`${dist}/assets`)).find((file) => name.test(file));
    if (!found) throw new Error(`no asset is named like ${String(name)}`);
    return `/assets/${found}`;
  }

  test.each(['/', '/favicon.svg', '/licenses.txt', '/nothing-here', '/assets/nothing-here.js'])(
    '%s comes with every security header, once',
    async (path) => {
      const { headers } = await ask(path);
      for (const [name, value] of SECURITY_HEADERS) {
        expect(headers[name.toLowerCase()]).toBe(value);
      }
      expect(headers.server).toBe('nginx');
    },
  );

  test('the page is revalidated each time, and files with a hash in their names are cached', async () => {
    const page = await ask('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await ask('/', { 'if-none-match': page.headers.etag ?? '' });
    expect(again.status).toBe(304);
    const script = await ask(await asset(/^index-.*\.js$/));
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const worker = await ask('/offline.js');
    expect(worker.headers['cache-control']).toBe('no-cache');
    const missing = await ask('/assets/nothing-here.js');
    expect(missing.status).toBe(404);
    expect(missing.headers['cache-control']).toBe('no-store');
    expect(missing.body.toString()).toBe(readFileSync(`${dist}/404.html`, 'utf8'));
  });

  test.each([
    ['index.html', /^\/$/, 'text/html; charset=utf-8'],
    ['scripts', /^index-.*\.js$/, 'text/javascript; charset=utf-8'],
    ['styles', /^style-.*\.css$/, 'text/css; charset=utf-8'],
    ['the sample', /^data-.*\.csv$/, 'text/csv; charset=utf-8'],
  ])('%s has its type, and is compressed on request', async (_, name, type) => {
    const path = name.test('/') ? '/' : await asset(name);
    const plain = await ask(path);
    expect(plain.headers['content-type']).toBe(type);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await ask(path, { 'accept-encoding': 'gzip' });
    if (plain.body.length > 1024) {
      expect(packed.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    }
  });

  test.each([
    ['the engine', /\.wasm.*\.gz$/, 'application/gzip'],
    ['a font', /\.woff2$/, 'font/woff2'],
  ])('%s is sent uncompressed', async (_, name, type) => {
    const path = await asset(name);
    const { headers, body } = await ask(path, { 'accept-encoding': 'gzip' });
    expect(headers['content-type']).toBe(type);
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.equals(readFileSync(`${dist}${path}`))).toBe(true);
  });

  describe('in Chromium', () => {
    beforeEach(() => site.startTest());
    afterEach(() => site.endTest());

    test('the sample and an own file become reports, and nothing is refused', async () => {
      await site.openSample();
      await expect.poll(() => site.page.locator('[data-report] h2').count()).toBe(5);
      const refused = await site.page.evaluate(() => {
        const seen: string[] = [];
        addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective));
        Object.assign(globalThis, { refused: seen });
        return crossOriginIsolated;
      });
      expect(refused).toBe(true);
      await site.load({
        name: 'week.csv',
        content: 'restaurant_names,food_names,first_name,food_cost\nLuna,tea,Ann,4.50\n',
      });
      expect(await site.receipt()).toEqual({ read: 1, kept: 1, rejected: 0 });
      const seen = () => (globalThis as unknown as { refused: string[] }).refused;
      expect(await site.page.evaluate(seen)).toEqual([]);
      // The service worker answers with the same headers.
      const again = await site.page.reload();
      expect(again?.fromServiceWorker()).toBe(true);
      for (const [name, value] of SECURITY_HEADERS) {
        expect(again?.headers()[name.toLowerCase()]).toBe(value);
      }
      await site.waitFor('ready');
    });
  });
});
