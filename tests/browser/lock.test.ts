import { describe, expect, test } from 'vitest';
import { sendThroughServiceWorker } from './sending';
import { PAGE_WAYS, WORKER_WAYS, sendAll, useServers, useSiteOn } from './servers';
import type { Site } from './site';

const HEADER = 'restaurant_names,food_names,first_name,food_cost';
const FILE = {
  name: 'own.csv',
  content: `${HEADER}\nA,tea,Bob,1.00\nB,Σούπα,Ñandú Żółw,2.00\nB,Борщ,Đặng,free\n`,
};

async function openConsole(site: Site): Promise<void> {
  const toggle = site.page.getByRole('button', { name: 'SQL console' });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
}

describe('once a file is chosen', () => {
  const servers = useServers();
  const site = useSiteOn(servers);

  test('nothing is fetched, whichever part of the page is used', async () => {
    servers.asked.length = 0;
    const { page } = site;
    await site.load(FILE);
    await site.download('Download all (ZIP)');
    await site.download('Download HTML report');
    await site.download('Download rejected_rows.csv');
    for (const name of ['Show SQL of popular_dishes', 'BigQuery and Looker Studio']) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
    }
    await page.getByRole('checkbox', { name: 'Hide guest names' }).check();
    await page
      .getByRole('button', { name: /^Guest / })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'SQL console' }).click();
    await page.getByLabel('Query', { exact: true }).fill('from dish_sales');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('button', { name: 'Download query.csv' }).waitFor();
    await page.getByRole('button', { name: 'SQL console' }).click();
    await page.pdf();
    await page.getByRole('button', { name: 'Remove own.csv' }).click();
    await page.getByRole('button', { name: 'Look at the sample' }).click();
    await site.waitFor('ready');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: '日本語' }).check();
    await page.locator('html[lang="ja"]').waitFor();
    await page.getByRole('radio', { name: 'English' }).check();
    await page.locator('html[lang="en"]').waitFor();
    expect(servers.asked).toEqual([]);
  });

  test('the page shows that it cannot send', async () => {
    site.expectedErrors = [/Content Security Policy|Refused to connect/];
    site.expectedViolations = [/^(connect|img)-src http/, /^connect-src ws/];
    await site.load(FILE);
    servers.asked.length = 0;
    await site.page.getByRole('button', { name: 'Nothing leaves this browser' }).click();
    const panel = site.page.getByRole('dialog');
    expect(await panel.innerText()).toContain('This page is locked.');
    await panel.getByRole('button', { name: 'Try to send' }).click();
    await panel.getByText('The browser refused all five.').waitFor();
    const outcomes = await panel.getByRole('listitem').allInnerTexts();
    expect(outcomes).toHaveLength(5);
    for (const outcome of outcomes) expect(outcome).toMatch(/✓ refused by the browser$/);
    expect(await panel.locator('dd').textContent()).toBe('0');
    expect(servers.asked).toEqual([]);
  });

  test('no SQL reaches any server', async () => {
    site.expectedErrors = [/./];
    servers.asked.length = 0;
    await site.load(FILE);
    const { page } = site;
    await openConsole(site);
    for (const host of [site.url, servers.elsewhere.url]) {
      for (const sql of [
        `from read_csv('${host}a.csv')`,
        `from read_text('${host}a.txt')`,
        `from '${host}a.csv'`,
        `select * from glob('${host}*')`,
        `from read_parquet('${host}a.parquet')`,
        `from parquet_scan('${host}a.parquet')`,
        `copy (from dish_sales) to '${host}a.csv'`,
        `attach '${host}a.db'`,
        `install httpfs from '${host}'`,
        `load httpfs`,
        `set enable_external_access = true`,
        `select 1; copy (from dish_sales) to '${host}a.csv'`,
        `from query('copy (from dish_sales) to ''${host}a.csv''')`,
      ]) {
        await page.getByLabel('Query', { exact: true }).fill(sql);
        await page.getByRole('button', { name: 'Run', exact: true }).click();
        await page.getByRole('alert').waitFor();
        await page.getByLabel('Query', { exact: true }).fill('select 1 as one');
        await page.getByRole('button', { name: 'Run', exact: true }).click();
        await page.getByRole('button', { name: 'Download query.csv' }).waitFor();
      }
    }
    expect(servers.elsewhere.heard).toEqual([]);
    expect(servers.asked).toEqual([]);
  });

  test('neither the page nor a worker reaches a server: the browser refuses each attempt', async () => {
    site.expectedErrors = [/./];
    site.expectedViolations = [/./];
    servers.asked.length = 0;
    await site.load(FILE);
    await openConsole(site);
    await site.page.getByLabel('Query', { exact: true }).fill('from dish_sales');
    await site.page.getByRole('button', { name: 'Run', exact: true }).click();
    await site.page.getByRole('button', { name: 'Download query.csv' }).waitFor();
    // The four workers are the page's engine, the console's engine, an inspecting worker and a
    // reading worker.
    await expect.poll(() => site.page.workers().length).toBe(4);
    const refusals = await sendAll(site, [site.url, servers.elsewhere.url], {
      patienceMs: 5000,
      workers: 4,
    });
    expect(Object.keys(refusals)).toHaveLength(10);
    for (const [from, ways] of Object.entries(refusals)) {
      const all = from.startsWith('page') ? PAGE_WAYS : WORKER_WAYS;
      expect(Object.keys(ways), from).toEqual(all);
      for (const [way, directive] of Object.entries(ways)) {
        expect(directive, `${way} of ${from}`).not.toBeNull();
      }
    }
    const means = ['RTCPeerConnection', 'webkitRTCPeerConnection'];
    expect(await site.page.evaluate((names) => names.filter((n) => n in self), means)).toEqual([]);
    expect(servers.elsewhere.heard).toEqual([]);
    expect(servers.asked).toEqual([]);
  });
});

describe('once a file is chosen before the engine is there', () => {
  const servers = useServers();
  const site = useSiteOn(servers, { fresh: true });

  test('during the first visit, it is not read before the lock', async () => {
    const { page } = site;
    await page.addInitScript(() => {
      const policies: number[] = [];
      const Real = Worker;
      Object.assign(globalThis, {
        policiesOfWorkers: policies,
        Worker: function (...given: ConstructorParameters<typeof Worker>) {
          policies.push(document.querySelectorAll('meta[http-equiv]').length);
          return new Real(...given);
        },
      });
    });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*.gz', async (route) => {
      await held;
      await route.continue();
    });
    const policiesOfWorkers = () =>
      page.evaluate(() => (globalThis as unknown as Record<string, number[]>).policiesOfWorkers);
    await site.open();
    await site.waitFor('working');
    await site.choose(FILE);
    await page.getByText('own.csv').or(page.getByRole('progressbar')).first().waitFor();
    expect(await policiesOfWorkers()).toEqual([]);
    release();
    await site.waitFor('ready');
    expect(await site.receipt()).toEqual({ read: 3, kept: 2, rejected: 1 });
    const policies = (await policiesOfWorkers()) ?? [];
    expect(policies.length).toBeGreaterThanOrEqual(3);
    expect(new Set(policies)).toEqual(new Set([2]));
  });
});

describe('with the service worker', () => {
  const servers = useServers();
  const site = useSiteOn(servers, { fresh: true, withServiceWorker: true });
  const isCached = () =>
    site.page.evaluate(async () =>
      (await caches.keys()).every((name) => !name.endsWith('handed over')),
    );

  test('the page cannot use it to reach a server, to stay in the cache, or to leave an address for later', async () => {
    site.expectedErrors = [/./];
    site.expectedViolations = [/./];
    await site.openSample();
    await expect.poll(isCached).toBe(true);
    // From here on, the service worker answers all requests.
    await site.openSample();
    await site.load(FILE);
    servers.asked.length = 0;
    const outcomes = await site.page.evaluate(sendThroughServiceWorker, {
      own: site.url,
      elsewhere: servers.elsewhere.url,
    });
    expect(outcomes).toEqual({
      'page has no container': true,
      'frame registers': 'refused',
      'frame updates': 'refused',
      'frame preloads': 'refused',
      'cache adds own': 'refused',
      'cache adds other': 'refused',
      cookies: '',
    });
    await site.page.waitForTimeout(1000);
    expect(servers.asked).toEqual([]);
    expect(servers.elsewhere.heard).toEqual([]);

    // From here on, only the last address may cause an error.
    site.errors.length = 0;
    site.violations.length = 0;
    site.expectedErrors = [/404/];
    site.expectedViolations = [];
    await site.page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
          await cache.put(url, new Response('<title>another page</title>'));
        }
      }
    });
    await site.page.goto(`${site.url}?secret`);
    await site.waitFor('ready');
    expect(await site.page.title()).toBe('Dishboard');
    await site.page.goto(`${site.url}secret`);
    // The page fetches the files that were overwritten in the cache from their own addresses.
    expect(servers.asked.join()).not.toContain('secret');
  });
});

describe('without its policies', () => {
  const servers = useServers();
  const site = useSiteOn(servers, { withoutPolicies: true });

  test('the page shows that it could send', async () => {
    await site.page.getByRole('button', { name: 'Nothing leaves this browser' }).click();
    const panel = site.page.getByRole('dialog');
    site.expectedErrors = [/./];
    await panel.getByRole('button', { name: 'Try to send' }).click();
    await panel.getByText('Not all were refused').waitFor();
    const outcomes = await panel.getByRole('listitem').allInnerTexts();
    for (const outcome of outcomes) expect(outcome).toMatch(/✗ not refused$/);
    expect(Number(await panel.locator('dd').textContent())).toBeGreaterThan(0);
  });

  test('each of these attempts arrives', async () => {
    site.expectedErrors = [/./];
    await site.load(FILE);
    servers.asked.length = 0;
    await sendAll(site, [site.url, servers.elsewhere.url], { patienceMs: 300, workers: 1 });
    // The page's script also prevents forms from navigating, so a form never arrives.
    const expected = [
      ...PAGE_WAYS.filter((way) => way !== 'form').map((way) => `?page-${way}`),
      ...WORKER_WAYS.map((way) => `?worker-${way}`),
    ];
    // Browsers never start a worker from another origin.
    const ofOthers = expected.filter((address) => !address.endsWith('-worker'));
    const arrived = (heard: readonly string[]) => (address: string) =>
      !heard.some((each) => each.endsWith(address));
    expect(ofOthers.filter(arrived(servers.elsewhere.heard))).toEqual([]);
    expect(expected.filter(arrived(servers.asked))).toEqual([]);
  });
});
