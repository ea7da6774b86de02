import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const RUN = 'window.__pwned=1';
const NAMES = [
  `<img src=x onerror="${RUN}">`,
  `<script>${RUN}</script>`,
  `"><svg onload=${RUN}>`,
  '__proto__',
  'constructor',
  'hasOwnProperty',
  `=HYPERLINK("http://elsewhere.example","x")`,
  "+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  "'; DROP TABLE dish_sales; --",
  '\u202eesrever',
  '\u2069\u2069\u202eout of it',
  'a\u200bb',
  `Z${'\u0300\u0489'.repeat(500)}`,
  '👩‍👩‍👧‍👦 {{1+1}} ${1+1}',
  'x'.repeat(3000),
];
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const LINES = NAMES.flatMap((name, index) =>
  [name, NAMES[(index + 1) % NAMES.length]!].map((dish) =>
    [name, dish, NAMES[(index + 2) % NAMES.length]!, '1.50'].map(quoted).join(','),
  ),
);
const FILE = {
  name: `<img src=x onerror=${RUN}>\u202e'";.csv`,
  content: HEADER + LINES.join('\n'),
};

/** Fails if a text has become markup or a script. */
async function expectNothingRan(page = site.page): Promise<void> {
  const found = await page.evaluate(() => ({
    pwned: '__pwned' in window,
    elements: document.querySelectorAll('img[src="x"], svg[onload], [onerror], iframe').length,
    scripts: [...document.scripts].filter(({ src, text }) => !src && text.includes('pwned')).length,
  }));
  expect(found).toEqual({ pwned: false, elements: 0, scripts: 0 });
}

/**
 * Finds texts with an override that reverses neighbouring texts. Such a name must be alone in its
 * element, or isolated.
 */
function turningTexts(): Promise<string[]> {
  return site.page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const turning: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      const at = text.indexOf('\u202e');
      const parent = node.parentElement!;
      const isAlone = text.trim() === parent.textContent.trim() && parent.tagName !== 'SPAN';
      if (at < 0 || parent.closest('bdi, option, button, script') || isAlone) continue;
      if (!text.slice(0, at).includes('\u2068')) turning.push(`${parent.tagName}: ${text}`);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [alt]')) {
      for (const name of ['aria-label', 'title', 'alt']) {
        const text = element.getAttribute(name) ?? '';
        const at = text.indexOf('\u202e');
        if (at >= 0 && !text.slice(0, at).includes('\u2068')) turning.push(`${name}: ${text}`);
      }
    }
    return turning;
  });
}

const isWithin = () =>
  site.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

describe('hostile names', () => {
  test('stay text everywhere, and reverse nothing beside them', async () => {
    const dialogs: string[] = [];
    site.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await site.show(FILE);
    await site.page.getByText(/checks passed/).waitFor();
    expect(await site.receipt()).toEqual({ read: 32, kept: 32, rejected: 0 });
    for (const width of [1280, 360]) {
      await site.page.setViewportSize({ width, height: 800 });
      // Charts resize a moment later.
      await expect.poll(isWithin).toBe(true);
    }
    await expectNothingRan();
    expect(await turningTexts()).toEqual([]);
    const restaurants = (await site.tableRows('restaurant_stats')).map(([name]) => name);
    for (const name of ['__proto__', 'constructor', NAMES[0], NAMES[9]]) {
      expect(restaurants).toContain(name);
    }
    const shown = await site.page.evaluate(() => document.body.innerText.length);
    expect(shown).toBeLessThan(200_000);

    const options = await site.page.locator('#restaurant option').count();
    expect(options).toBe(NAMES.length + 1);
    for (const name of ['__proto__', NAMES[0]!, '\u202eesrever']) {
      await site.page
        .locator('section[data-report="restaurant_stats"] tbody')
        .getByRole('button', { name: name.replace('\u202e', '').slice(0, 20) })
        .first()
        .click();
      await site.page.locator('.chip').filter({ hasText: name }).waitFor();
      await expect.poll(() => site.page.locator('[data-report][aria-busy="true"]').count()).toBe(0);
      expect(await turningTexts()).toEqual([]);
      // Charts resize a moment later.
      await expect.poll(isWithin).toBe(true);
      expect(new URL(site.page.url()).hash).toMatch(/^#restaurant=\d+$/);
    }
    await expectNothingRan();
    expect(dialogs).toEqual([]);
  });

  test('are exported unchanged, in files with safe names', async () => {
    await site.show(FILE);
    const exact = await site.download('Download restaurant_stats.csv');
    expect(exact.content.toString('utf8')).toContain('\n__proto__,');
    expect(exact.content.toString('utf8')).toContain(
      `"=HYPERLINK(""http://elsewhere.example"",""x"")"`,
    );
    const all = await site.download('Download all (ZIP)');
    expect(all.name).toMatch(/^dishboard_[\p{L}\p{N}_-]+\.zip$/u);
    expect(Object.keys(unzipSync(all.content))).toHaveLength(5);
    const report = await site.download('Download HTML report');
    expect(report.name).toMatch(/^[\p{L}\p{N}_-]+\.html$/u);
    const text = report.content.toString('utf8');
    expect(text).not.toMatch(/<img|<script|<svg on/);
    expect(text).toContain('&lt;script&gt;');
    const kit = unzipSync((await site.download('Download BigQuery kit')).content);
    const sql = Object.keys(kit).filter((name) => /\.(sql|sh)$/.test(name));
    expect(sql.length).toBeGreaterThan(2);
    for (const name of sql)
      expect(strFromU8(kit[name]!)).not.toContain('DROP TABLE dish_sales; --');
    await expectNothingRan();
  });
});

describe('an address and stored values', () => {
  const visited = useSite({ fresh: true });
  const ADDRESSES = [
    ['markup', `restaurant=<img src=x onerror=${RUN}>&sort=__proto__.constructor.ascending`],
    ['broken escapes', 'restaurant=%E0%A4%A&language=%&theme=%ff'],
    ['200,000 digits', `restaurant=${'9'.repeat(200_000)}`],
    ['a position out of range', 'restaurant=999999999&panel=dish'],
    ['nothing', ''],
  ] as const;
  const columns = { restaurant: 0, dish: 0, customer: -1, price: 1e9 };
  const STORED = [
    '{"__proto__":{"theme":"dark"}}',
    '[[',
    'null',
    JSON.stringify([[JSON.stringify(HEADER.trim().split(',')), { choice: { columns } }]]),
    JSON.stringify({ theme: RUN, language: ['en'], currency: '<img>' }),
  ];

  test('may be anything: the page opens and loads files', async () => {
    const { page } = visited;
    // This page has the same origin, but starts no engine.
    const body = '<link rel="icon" href="data:,">';
    await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body }));
    for (const [visit, [name, hash]] of ADDRESSES.entries()) {
      await page.goto(`${visited.url}blank`);
      await page.evaluate((value) => {
        const keys = ['choices', 'settings', 'bigquery', 'guests', 'guest-key', 'hide-guests'];
        for (const key of [...keys, ...Object.keys(localStorage).map((key) => key.slice(10))]) {
          localStorage.setItem(`dishboard:${key}`, value);
        }
      }, STORED[visit]!);
      await page.goto(`${visited.url}#${hash}`);
      await visited.waitFor('ready');
      expect(await page.locator('[data-report]').count(), name).toBe(5);
      await expectNothingRan(page);
      await visited.load({ name: 'a.csv', content: `${HEADER}A,tea,Bob,1.50\n` });
      expect(await visited.receipt(), name).toEqual({ read: 1, kept: 1, rejected: 0 });
      await expectNothingRan(page);
    }
  });
});

describe('pasted markup', () => {
  test('stays text', async () => {
    await site.openSample();
    const before = await site.receipt();
    await site.page.evaluate((run) => {
      const data = new DataTransfer();
      data.setData('text/html', `<table><tr><td><img src=x onerror="${run}"></td></tr></table>`);
      data.setData('text/plain', `<img src=x onerror="${run}">\nno table at all`);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, RUN);
    await site.page.waitForTimeout(500);
    await expectNothingRan();
    expect(await site.receipt()).toEqual(before);
  });
});
