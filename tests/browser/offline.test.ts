/**
 * Tests that the site works without a network after one visit, and that a release is used only when
 * it is complete.
 */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { builtSite } from '../../tools/built.mjs';
import { releaseOf } from '../../tools/offline.js';
import { useReleases } from './releases';
import { useSite, type Site } from './site';

const FILE = {
  name: 'own.csv',
  content:
    'restaurant_names,food_names,first_name,food_cost\nA,tea,Bob,1.00\nB,Σούπα,Ñandú,2.00\nB,Борщ,Đặng,free\n',
};
const RECEIPT = { read: 3, kept: 2, rejected: 1 };
/** The browser's errors when it cannot fetch a new service worker. */
const NO_NETWORK = [/ERR_CONNECTION_REFUSED|Failed to load resource|unknown error .* script/];

const cacheNames = (site: Site) => site.page.evaluate(async () => (await caches.keys()).sort());

/** Waits until exactly one complete release is cached. */
async function isCached(site: Site): Promise<void> {
  await expect.poll(() => cacheNames(site)).toEqual([expect.stringMatching(/ [0-9a-f]{16}$/)]);
}

async function visit(site: Site, url: string): Promise<void> {
  site.ownUrl = url;
  await site.openSample();
}

const notice = (site: Site) => site.page.getByRole('complementary', { name: 'New version' });

describe('after one visit', () => {
  const site = useSite({ fresh: true, withServiceWorker: true });
  const releases = useReleases();

  test('the site fetches no file twice, forwards no address, and works without a network', async () => {
    site.expectedErrors = [/404/];
    await visit(site, releases.url);
    await isCached(site);
    const asked = releases.asked.map((request) => request.replace('GET /some/sub-path/', ''));
    const { files } = releaseOf(builtSite());
    const expected = files.map((file) => (file.path === 'index.html' ? '' : file.path));
    expect(asked.sort()).toEqual([...expected, 'offline.js'].sort());

    // No request for an address below the site reaches the server.
    for (const [address, status] of [
      ['?secret', 200],
      ['index.html?secret', 200],
      ['licenses.txt?secret', 200],
      ['secret', 404],
      ['assets/?secret', 404],
      ['offline.js?secret', 404],
    ] as const) {
      const response = await site.page.goto(site.url + address);
      expect(response?.status(), address).toBe(status);
      expect(response?.fromServiceWorker(), address).toBe(true);
    }
    expect(releases.asked.filter((request) => request.includes('secret'))).toEqual([]);
    expect(JSON.stringify(releases.headers)).not.toContain('secret');

    // The next visit requests only the service worker's script, and nothing after a file is read.
    site.errors.length = 0;
    site.expectedErrors = [];
    releases.forget();
    await site.openSample();
    await site.load(FILE);
    expect(new Set(releases.asked)).toEqual(new Set(['GET /some/sub-path/offline.js']));
    for (const { cookie, referer } of releases.headers) {
      expect(cookie).toBeUndefined();
      expect([undefined, `${site.url}offline.js`]).toContain(referer);
    }
    releases.forget();
    await site.download('Download BigQuery kit');
    await site.load({ ...FILE, name: 'other.csv' });
    expect(releases.asked).toEqual([]);

    await releases.stop();
    site.expectedErrors = NO_NETWORK;
    await site.openSample();
    const { page } = site;
    await expect.poll(() => page.locator('[data-report] h2').count()).toBe(5);
    await site.load(FILE);
    expect(await site.receipt()).toEqual(RECEIPT);
    const kit = await site.download('Download BigQuery kit');
    const entries = unzipSync(kit.content);
    const stats = Object.keys(entries).find((name) => name.endsWith('restaurant_stats.csv')) ?? '';
    expect(strFromU8(entries[stats]!)).toBe(
      'restaurant_names,customer_count,total_revenue\nA,1,1.00\nB,1,2.00\n',
    );
    await page.getByRole('button', { name: 'Nothing leaves this browser' }).click();
    await page.getByText('this browser has stored all of it').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: '日本語' }).check();
    await page.locator('html[lang="ja"]').waitFor();
    const licences = await page.goto(`${site.url}licenses.txt`);
    expect(await licences?.text()).toContain('@duckdb/duckdb-wasm');
  });
});

describe('a new release', () => {
  const site = useSite({ fresh: true, withServiceWorker: true });
  const releases = useReleases();

  test('that is incomplete is not used, and a complete one is offered, waits for a click, and comes whole', async () => {
    await visit(site, releases.url);
    await isCached(site);
    expect(await notice(site).count()).toBe(0);
    const before = await cacheNames(site);
    const next = await releases.next();

    const { files } = releaseOf(next);
    const changed = files.find((file) => file.path.includes('index-next-'))?.path ?? '';
    const broken = `${next}-broken`;
    cpSync(next, broken, { recursive: true });
    rmSync(path.join(broken, changed));
    await releases.serve(broken);
    site.expectedErrors = NO_NETWORK;
    await site.openSample();
    await site.load(FILE);
    expect(await site.receipt()).toEqual(RECEIPT);
    expect(await site.page.title()).toBe('Dishboard');
    await expect.poll(() => releases.asked).toContain(`GET /some/sub-path/${changed}`);
    expect(await notice(site).count()).toBe(0);
    await releases.stop();
    await site.openSample();
    expect(await site.page.title()).toBe('Dishboard');
    expect(await cacheNames(site)).toContain(before[0]);

    site.errors.length = 0;
    site.expectedErrors = [];
    await releases.serve(next);
    await site.openSample();
    await notice(site).getByText('whenever you like').waitFor();
    expect(await site.page.title()).toBe('Dishboard');
    const asked = releases.asked.filter((request) => /index-|wasm|data-/.test(request));
    expect(asked).toEqual([expect.stringContaining('assets/index-next-')]);

    const other = await site.page.context().newPage();
    await other.goto(site.url);
    await other.waitForSelector('body[data-phase="ready"]');
    expect(await other.title()).toBe('Dishboard');

    await site.load(FILE);
    await notice(site).getByText('You then have to choose your files again').waitFor();
    await notice(site).getByRole('button', { name: 'Load it now' }).click();
    await expect.poll(() => site.page.title()).toBe('Dishboard, next');
    await site.waitFor('ready');
    await isCached(site);
    expect(await cacheNames(site)).not.toEqual(before);
    expect(await notice(site).count()).toBe(0);

    // The other page still uses its earlier release.
    await other.getByLabel('Choose CSV files').setInputFiles({
      name: FILE.name,
      mimeType: 'text/csv',
      buffer: Buffer.from(FILE.content),
    });
    await other.locator('[data-receipt="read"][data-value="3"]').waitFor();
    expect(await other.title()).toBe('Dishboard');
    await releases.stop();
    site.expectedErrors = NO_NETWORK;
    await site.openSample();
    expect(await site.page.title()).toBe('Dishboard, next');
  });
});

describe('where the browser cannot cache it', () => {
  const site = useSite({ fresh: true, withServiceWorker: true });
  const releases = useReleases();

  async function worksUncached(): Promise<void> {
    await site.load(FILE);
    expect(await site.receipt()).toEqual(RECEIPT);
    await site.page.getByRole('button', { name: 'Nothing leaves this browser' }).click();
    await site.page.getByText('this browser has not stored it').waitFor();
  }

  test.each(['away', 'refused'])('the page works with service workers %s', async (how) => {
    await site.page.addInitScript((how) => {
      if (how === 'away') Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      else ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('refused'));
    }, how);
    await visit(site, releases.url);
    await worksUncached();
    expect(await cacheNames(site)).toEqual([]);
  });

  test('the page works without room for the cache, and leaves nothing behind', async () => {
    const session = await site.page.context().newCDPSession(site.page);
    const { origin } = new URL(releases.url);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
    await visit(site, releases.url);
    await worksUncached();
    expect(await cacheNames(site)).toEqual([]);
  });
});

describe('installed', () => {
  const site = useSite({ fresh: true, withServiceWorker: true });
  const releases = useReleases();

  test('reads the files that it is opened with, and can be installed without a request behind the lock', async () => {
    await site.page.addInitScript(({ name, content }) => {
      Object.defineProperty(globalThis, 'launchQueue', {
        value: {
          setConsumer(take: (launch: { files: unknown[] }) => void) {
            const getFile = () => Promise.resolve(new File([content], name));
            take({ files: [] });
            take({ files: [{ kind: 'file', name, getFile }] });
          },
        },
      });
    }, FILE);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await site.page.route('**/*.gz', async (route) => {
      await held;
      await route.continue();
    });
    site.ownUrl = releases.url;
    await site.open();
    const session = await site.page.context().newCDPSession(site.page);
    // A visible browser fetches the manifest by itself during the load, so the test fetches it too.
    await session.send('Page.getAppManifest');
    release();
    await site.page.locator('[data-receipt="read"][data-value="3"]').waitFor();
    expect(await site.receipt()).toEqual(RECEIPT);
    await isCached(site);
    await site.load(FILE);
    releases.forget();
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // Tests run in an incognito window, where nothing can be installed.
    const errors = installabilityErrors.map(({ errorId }) => errorId);
    expect(errors.filter((error) => error !== 'in-incognito')).toEqual([]);
    const { data, errors: faults } = await session.send('Page.getAppManifest');
    expect(faults).toEqual([]);
    const manifest = JSON.parse(data ?? '') as {
      start_url: string;
      icons: { src: string; purpose: string }[];
      file_handlers: { accept: Record<string, string[]> }[];
    };
    expect(new URL(manifest.start_url, site.url).href).toBe(site.url);
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
    for (const { src } of manifest.icons)
      expect(src).toMatch(/^data:image\/(png|svg\+xml);base64,/);
    const chooser = await site.page.getByLabel('Choose CSV files').getAttribute('accept');
    const endings = chooser?.split(',').filter((type) => type.startsWith('.'));
    const handled = manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat());
    expect(handled.sort()).toEqual(endings?.sort());
    expect(releases.asked).toEqual([]);
  });
});

describe('on a shared origin', () => {
  const site = useSite({ fresh: true, withServiceWorker: true });
  const releases = useReleases();

  test('the site leaves other paths and the caches of others alone', async () => {
    const two = releases.two();
    await releases.serve(two, '/');
    site.ownUrl = `${releases.url}a/`;
    await site.open();
    await site.page.evaluate(async () => {
      for (const name of ['dishboard', 'dishboard /a/b/ 1', 'another project'])
        await caches.open(name);
    });
    await site.waitFor('ready');
    const others = ['another project', 'dishboard', 'dishboard /a/b/ 1'];
    const a = expect.stringMatching(/^dishboard \/a\/ [0-9a-f]{16}$/) as string;
    const b = expect.stringMatching(/^dishboard \/b\/ [0-9a-f]{16}$/) as string;
    await expect.poll(() => cacheNames(site)).toEqual([...others.slice(0, 2), a, others[2]]);
    await visit(site, `${releases.url}b/`);
    await expect.poll(() => cacheNames(site)).toEqual([...others.slice(0, 2), a, others[2], b]);
    await releases.stop();
    site.expectedErrors = NO_NETWORK;
    for (const path of ['a/', 'b/']) await visit(site, releases.url + path);
  });
});
