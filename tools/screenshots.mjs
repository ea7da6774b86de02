// @ts-check
/**
 * `npm run screenshots [folder [name…]]`: takes screenshots of the built site for people to look at. Names
 * select scenes. A file name has the scene, width, colours and language, as in `ready-360-dark-ja.png`.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, requireChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

/** @typedef {import('playwright-core').Page} Page */
/**
 * @typedef {object} Scene
 * @property {string} name
 * @property {readonly string[]} looks width, colours and language of each screenshot
 * @property {(page: Page) => Promise<unknown>} act brings a new page to the state of the scene
 * @property {boolean} [isWhole] whether to take the whole page and not only one screen
 * @property {string} [at] selector of an element
 * @property {boolean} [isAlone] whether to take only the element `at`
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder = path.join(root, 'docs', 'screenshots'), ...wanted] = process.argv.slice(2);
const TIMEOUT = 60_000;
const HEIGHTS = new Map([
  [360, 780],
  [1280, 800],
  [2560, 1440],
]);
const FEW = ['1280-light-en', '1280-dark-ja', '360-light-ja', '360-dark-en'];
const MOST = [...FEW, '1280-contrast-en', '1280-light-ja', '360-light-en', '360-contrast-ja'];
const ALL = [...MOST, '1280-dark-en', '2560-light-en'];

const TILL = `Order Number,Order Date,Item Name,Quantity,Product Price,Total products
16118,03/08/2019 20:25,Plain Papadum,2,0.80,6
16118,03/08/2019 20:25,King Prawn Balti,1,12.95,6
16117,03/08/2019 20:17,Aloo Chaat,1,4.95,7
16117,03/08/2019 20:17,Garlic Naan,3,2.95,7
`;
const UNKNOWN = `Kassenbericht November

Wo;Was;Wer;Wieviel;Kellner
Café Luna;Käsekuchen;Jürgen;4,50;Ana
Café Luna;Kaffee;Zoë;2,80;Ana
Café Sol;Kaffee;Jürgen;2,90;Leo
`;
const BROKEN = `restaurant,item,guest,price
A,x,Bob,1.50
A,y,,2
B,<img src=x onerror=alert(1)>,__proto__,bad
B,=cmd(),Zoë,2
`;
const STATEMENT = 'Date,Description,Amount\n2026-01-01,Rent,-900.00\n';

/** @param {Page} page @param {...[name: string, content: string]} files */
const choose = (page, ...files) =>
  page.getByLabel('Choose CSV files').setInputFiles(
    files.map(([name, content]) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    })),
  );

/** @param {Page} page @param {string} phase */
const waitFor = (page, phase) => page.waitForSelector(`body[data-phase="${phase}"]`);

/** @param {Page} page */
async function openSample(page) {
  await page.goto(server.url);
  await waitFor(page, 'ready');
  await page.getByText('All 9 checks passed').waitFor();
}

/** @param {Page} page */
async function holdEngine(page) {
  await page.route('**/*.gz', () => undefined);
  await page.goto(server.url);
  await waitFor(page, 'working');
}

/** @param {Page} page */
async function pick(page) {
  await openSample(page);
  await page
    .locator('[data-report="restaurant_stats"] tbody')
    .getByRole('button', { name: 'bean-juice-stand', exact: true })
    .first()
    .click();
  await page.getByRole('group', { name: 'Selected restaurant' }).waitFor();
  await page.waitForFunction(() => !document.querySelector('[data-report][aria-busy="true"]'));
}

/** @param {...[name: string, content: string]} files @returns {(page: Page) => Promise<void>} */
const ask =
  (...files) =>
  async (page) => {
    await openSample(page);
    await choose(page, ...files);
    await waitFor(page, 'mapping');
  };

/** @param {Page} page */
async function loadTill(page) {
  await ask(['Luna till 4.csv', TILL])(page);
  await page.getByRole('button', { name: 'Make the reports' }).click();
  await page.getByText('not in this file').first().waitFor();
}

/** @param {string} name @param {string} content @returns {(page: Page) => Promise<void>} */
const fail = (name, content) => async (page) => {
  await openSample(page);
  await choose(page, [name, content]);
  await waitFor(page, 'failed');
};

/** @param {Page} page */
async function loadBroken(page) {
  await openSample(page);
  await choose(page, ['broken.csv', BROKEN]);
  await page.locator('[data-receipt="read"][data-value="4"]').waitFor();
  await page.getByText('All 9 checks passed').waitFor();
}

/** @param {Page} page */
async function loadCosts(page) {
  await openSample(page);
  const menu = page.getByRole('figure', { name: /^Dishes of .* by orders and average price$/ });
  await menu.getByRole('button', { name: 'Show as table' }).click();
  const dishes = await menu.getByRole('rowheader').allInnerTexts();
  const costs = dishes.slice(1).map((dish, index) => `"${dish}",${String(1 + (index % 5))}.40`);
  await choose(page, ['costs.csv', `dish,cost\n${costs.join('\n')}\n`]);
  await page.getByRole('figure', { name: /by orders and margin$/ }).waitFor();
}

/** @param {string} sql @returns {(page: Page) => Promise<void>} */
const query = (sql) => async (page) => {
  await openSample(page);
  const section = page.getByRole('region', { name: 'SQL console' });
  await section.getByRole('button', { name: 'SQL console' }).click();
  await section.getByLabel('Query', { exact: true }).fill(sql);
  await section.getByRole('button', { name: 'Run', exact: true }).click();
  await section.getByRole('table').or(section.getByRole('alert')).first().waitFor();
};

/** @param {Page} page */
async function openLooker(page) {
  await openSample(page);
  await page.getByRole('button', { name: 'BigQuery and Looker Studio' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Project ID').fill('end-of-universe');
  await panel.getByLabel('Dataset').fill('restaurant orders');
  await panel.getByLabel('Location').fill('EU');
  await panel.getByRole('alert').waitFor();
}

/** @param {Page} page @param {RegExp} name */
async function pressAll(page, name) {
  for (const button of await page.getByRole('button', { name }).all()) await button.click();
}

/** @type {readonly Scene[]} */
const SCENES = [
  { name: 'working', looks: FEW, act: holdEngine },
  {
    name: 'idle',
    looks: MOST,
    act: async (page) => {
      await holdEngine(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await waitFor(page, 'idle');
    },
  },
  { name: 'ready', looks: ALL, act: openSample },
  { name: 'whole', looks: ALL, act: openSample, isWhole: true },
  { name: 'picked', looks: [...FEW, '1280-dark-en'], act: pick },
  { name: 'picked-whole', looks: FEW, act: pick, isWhole: true },
  {
    name: 'panel',
    looks: MOST,
    act: async (page) => {
      await openSample(page);
      const rows = page.locator('[data-report="customer_stats"] tbody');
      await rows.getByRole('button').first().click();
      await page.getByRole('dialog').getByRole('table').first().waitFor();
    },
  },
  {
    name: 'explained',
    looks: FEW,
    isWhole: true,
    act: async (page) => {
      await openSample(page);
      await pressAll(page, /^Explain this number/);
    },
  },
  {
    name: 'figures-as-tables',
    looks: FEW,
    isWhole: true,
    act: async (page) => {
      await openSample(page);
      await pressAll(page, /^Show as table/);
    },
  },
  {
    name: 'sql-of-report',
    looks: FEW,
    act: async (page) => {
      await openSample(page);
      await page.getByRole('button', { name: 'Show SQL of popular_dishes' }).click();
      await page.getByRole('dialog').getByRole('region').first().waitFor();
    },
  },
  {
    name: 'hidden',
    looks: FEW,
    isWhole: true,
    act: async (page) => {
      await openSample(page);
      await page.getByRole('checkbox', { name: 'Hide guest names' }).check();
      await page
        .getByRole('button', { name: /^Guest / })
        .first()
        .waitFor();
    },
  },
  { name: 'menu', looks: FEW, act: openSample, at: 'figure.quadrant', isAlone: true },
  { name: 'costs', looks: FEW, act: loadCosts },
  {
    name: 'margins',
    looks: FEW,
    act: loadCosts,
    at: 'figure.quadrant',
    isAlone: true,
  },
  {
    name: 'console',
    looks: MOST,
    act: query('from customer_visits order by visits desc limit 8'),
    at: 'section:has(textarea)',
    isAlone: true,
  },
  {
    name: 'console-error',
    looks: FEW,
    act: query('select\n  dsh\nfrom dish_sales'),
    at: 'section:has(textarea)',
    isAlone: true,
  },
  {
    name: 'settings',
    looks: MOST,
    act: async (page) => {
      await openSample(page);
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'looker', looks: MOST, act: openLooker, at: 'dialog', isAlone: true },
  { name: 'mapping', looks: MOST, act: ask(['november.csv', UNKNOWN]) },
  { name: 'restaurant', looks: FEW, act: ask(['Luna till 4.csv', TILL]) },
  { name: 'absent', looks: FEW, act: loadTill, isWhole: true },
  {
    name: 'placing',
    looks: FEW,
    act: async (page) => {
      await loadBroken(page);
      await choose(page, ['tuesday.csv', BROKEN]);
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'failed', looks: MOST, act: fail('bank statement.csv', STATEMENT) },
  { name: 'failed-pdf', looks: FEW, act: fail('menu.csv', '%PDF-1.7 not a table') },
  {
    name: 'rejected',
    looks: FEW,
    isWhole: true,
    act: async (page) => {
      await loadBroken(page);
      for (const summary of await page.locator('[aria-label] details > summary').all()) {
        if (await summary.isVisible()) await summary.click();
      }
    },
  },
];

/**
 * Sets width, colours and language without a new load, because the page follows changes of its address.
 * @param {Page} page @param {string} look
 */
async function wear(page, look) {
  const [width, theme = '', language = ''] = look.split('-');
  const size = Number(width);
  await page.setViewportSize({ width: size, height: HEIGHTS.get(size) ?? 800 });
  await page.evaluate(
    (manner) => {
      const hash = new URLSearchParams(location.hash.slice(1));
      for (const [key, value] of Object.entries(manner)) hash.set(key, value);
      history.replaceState(history.state, '', `#${hash.toString()}`);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    { theme, language },
  );
  await page.waitForSelector(`html[lang="${language}"]`);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
}

mkdirSync(folder, { recursive: true });
const server = await serve(path.join(root, 'dist'), { base: '/dishboard/' });
const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: CHROMIUM_ARGUMENTS,
});
const isWanted = (/** @type {string} */ name) => wanted.length === 0 || wanted.includes(name);

for (const { name, looks, act, isWhole = false, at, isAlone } of SCENES) {
  if (!isWanted(name)) continue;
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(TIMEOUT);
  await act(page);
  for (const look of looks) {
    await wear(page, look);
    const file = path.join(folder, `${name}-${look}.png`);
    if (isWhole) await page.evaluate(() => scrollTo(0, 0));
    if (at && isAlone) await page.locator(at).screenshot({ path: file });
    else await page.screenshot({ path: file, fullPage: isWhole });
  }
  await page.close();
  console.log(name);
}

for (const language of ['en', 'ja']) {
  if (!isWanted('paper')) continue;
  const page = await browser.newPage();
  page.setDefaultTimeout(TIMEOUT);
  await openSample(page);
  await wear(page, `1280-dark-${language}`);
  await page.pdf({ path: path.join(folder, `paper-${language}.pdf`), format: 'A4' });
  await page.close();
  console.log(`paper-${language}`);
}

await browser.close();
await server.close();
