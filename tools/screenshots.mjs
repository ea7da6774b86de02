// @ts-check
/** Takes pictures of the built site in each phase, to be looked at: `npm run screenshots [folder]`. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, requireChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? path.join(root, 'docs', 'screenshots');
const TIMEOUT = 300_000;
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 780 };

mkdirSync(folder, { recursive: true });
const server = await serve(path.join(root, 'dist'), { base: '/dishboard/' });
const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: CHROMIUM_ARGUMENTS,
});

/**
 * @param {string} name
 * @param {{ viewport?: { width: number, height: number }, colorScheme?: 'light' | 'dark', media?: 'print', fullPage?: boolean }} look
 * @param {(page: import('playwright-core').Page) => Promise<void>} [act]
 */
async function shoot(
  name,
  { viewport = DESKTOP, colorScheme = 'light', media, fullPage = true },
  act,
) {
  const page = await browser.newPage({ viewport, colorScheme });
  page.setDefaultTimeout(TIMEOUT);
  if (act) {
    await act(page);
  } else {
    await page.goto(server.url);
    await page.waitForSelector('body[data-phase="ready"]');
  }
  if (media) {
    await page.emulateMedia({ media });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  }
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage });
  await page.close();
  console.log(name);
}

/** @param {import('playwright-core').Page} page @param {string} csv */
async function choose(page, csv, name = 'orders.csv') {
  await page.goto(server.url);
  await page.waitForSelector('body[data-phase="ready"]');
  await page
    .getByLabel('Choose CSV files')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
}

await shoot('ready', {});
await shoot('ready-top', { fullPage: false });
await shoot('ready-dark', { colorScheme: 'dark' });
await shoot('ready-360', { viewport: PHONE });
await shoot('ready-360-dark', { viewport: PHONE, colorScheme: 'dark', fullPage: false });
await shoot('print', { media: 'print', viewport: { width: 794, height: 1123 } });
/** @param {import('playwright-core').Page} page */
const holdEngine = async (page) => {
  await page.route('**/*.gz', () => undefined);
  await page.goto(server.url);
  await page.waitForSelector('body[data-phase="working"]');
};
await shoot('working', { fullPage: false }, holdEngine);
await shoot('working-360', { viewport: PHONE, fullPage: false }, holdEngine);
await shoot('idle', { fullPage: false }, async (page) => {
  await holdEngine(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
});
await shoot('failed', { fullPage: false }, async (page) => {
  await choose(page, 'Date,Description,Amount\n2026-01-01,Rent,-900.00\n', 'bank statement.csv');
  await page.waitForSelector('body[data-phase="failed"]');
});
await shoot(
  'failed-360-dark',
  { viewport: PHONE, colorScheme: 'dark', fullPage: false },
  async (page) => {
    await choose(page, '%PDF-1.7 not a table', 'menu.csv');
    await page.waitForSelector('body[data-phase="failed"]');
  },
);
await shoot('rejects', { fullPage: false }, async (page) => {
  await choose(
    page,
    'restaurant,item,guest,price\nA,x,Bob,1.50\nA,y,,2\nB,<img src=x onerror=alert(1)>,__proto__,bad\nB,=cmd(),Zoë,2\n',
  );
  await page.waitForSelector('body[data-phase="ready"]');
  await page.waitForFunction(
    () => document.querySelector('[data-receipt=read]')?.textContent?.trim() === '4',
  );
});

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
/** @param {string} csv @param {string} name */
const mapping = (csv, name) => async (/** @type {import('playwright-core').Page} */ page) => {
  await choose(page, csv, name);
  await page.waitForSelector('body[data-phase="mapping"]');
};
await shoot('restaurant', { fullPage: false }, mapping(TILL, 'Luna till 4.csv'));
await shoot('mapping', { fullPage: false }, mapping(UNKNOWN, 'november.csv'));
await shoot(
  'mapping-dark',
  { fullPage: false, colorScheme: 'dark' },
  mapping(UNKNOWN, 'november.csv'),
);
await shoot('mapping-360', { viewport: PHONE, fullPage: false }, mapping(UNKNOWN, 'november.csv'));
await shoot(
  'restaurant-360',
  { viewport: PHONE, fullPage: false },
  mapping(TILL, 'Luna till 4.csv'),
);
/** @param {import('playwright-core').Page} page */
const loadTill = async (page) => {
  await mapping(TILL, 'Luna till 4.csv')(page);
  await page.getByRole('button', { name: 'Make the reports' }).click();
  await page.getByText('not in this file').first().waitFor();
};
await shoot('not-in-this-file', {}, loadTill);
await shoot('not-in-this-file-360', { viewport: PHONE }, loadTill);
await shoot('placing', { fullPage: false }, async (page) => {
  await loadTill(page);
  await page
    .getByLabel('Choose CSV files')
    .setInputFiles({ name: 'tuesday.csv', mimeType: 'text/csv', buffer: Buffer.from(TILL) });
  await page
    .getByRole('button', { name: 'Make the reports' })
    .or(page.getByRole('button', { name: 'Replace' }))
    .waitFor();
});

await browser.close();
await server.close();
