// @ts-check
/**
 * The main paths through the page as steps. Every browser must pass them, in this order and on one
 * page. To add a path, add a step to TOUR.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { caseOf, expectedOfSample } from './expected.mjs';

/**
 * @typedef {import('./page.mjs').Page} Page
 * @typedef {import('./servers.mjs').Servers} Servers
 * @typedef {{ name: string, walk: (page: Page, servers: Servers) => Promise<void> }} Step
 */

const WEEK = `restaurant_names,food_names,first_name,food_cost
Luna,tea,Ann,4.50
Luna,soup,Ann,9
Sol,"=cmd()",Cy,2
Sol,ラーメン,Ann,2
__proto__,<img src=x onerror=alert(1)>,Dee,1
`;
const WEEK_STATS = `restaurant_names,customer_count,total_revenue
Luna,1,13.50
Sol,2,4.00
__proto__,1,1.00
`;
const COSTS = 'dish,cost\ntea,1.40\nsoup,2.40\nラーメン,0.90\n';

/** Folders of tests/cases whose files each browser decodes with its own decoders. */
const KINDS = [
  'shift-jis',
  'utf-16-without-a-mark',
  'gzip',
  'zip-with-two-tables-and-other-things',
  'xlsx-from-a-japanese-excel-with-a-title-and-readings',
  'parquet-with-dictionaries-and-zstd',
  'hostile-and-foreign-names',
];

/** @param {Page} page @param {Record<string, string>} tables */
async function assertDownloads(page, tables) {
  for (const [table, csv] of Object.entries(tables)) {
    const { name, content } = await page.download(`Download ${table}.csv`);
    assert.equal(name, `${table}.csv`);
    assert.equal(content.toString('latin1'), Buffer.from(csv).toString('latin1'), `${table}.csv`);
  }
}

/**
 * @param {{ name: string, content: Buffer }} kit
 * @param {Record<string, string>} tables the expected CSVs by table name
 */
function assertKit({ name, content }, tables) {
  assert.match(name, /^dishboard_bigquery_.*_\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(content);
  for (const [table, csv] of Object.entries(tables)) {
    assert.equal(strFromU8(files[`tables/${table}.csv`] ?? new Uint8Array()), csv, table);
  }
  /** @type {{ files: { path: string, sha256: string }[] }} */
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
  assert.equal(manifest.files.length, Object.keys(files).length - 1);
  for (const { path: file, sha256 } of manifest.files) {
    const bytes = files[file] ?? new Uint8Array();
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256, file);
  }
}

/**
 * Changes settings in the fragment of the page's address, as if a user had followed a link.
 * @param {Page} page @param {string} fragment such as `language=ja&theme=dark`
 */
async function turnTo(page, fragment) {
  await page.look((fragment) => {
    const parts = new URLSearchParams(location.hash.slice(1));
    for (const [name, value] of new URLSearchParams(fragment)) parts.set(name, value);
    location.hash = String(parts);
    return null;
  }, fragment);
}

/** @type {Step[]} */
export const TOUR = [
  {
    name: 'The first visit shows the five reports of the sample, and nine checks that hold',
    async walk(page) {
      await page.until(
        'five reports',
        () =>
          document.body.dataset.phase === 'ready' &&
          document.querySelectorAll('[data-report] h2').length === 5,
        null,
      );
      await page.until('the checks', () => /9 checks passed/.test(document.body.innerText), null);
      await page.shot('ready', 1280, 900);
      await page.shot('phone', 390, 844);
      await page.shot('desk', 1280, 900);
    },
  },
  {
    name: 'The five downloads, byte for byte those of an independent computation',
    async walk(page) {
      await assertDownloads(page, await expectedOfSample());
    },
  },
  {
    name: 'The ZIP of them',
    async walk(page) {
      const { name, content } = await page.download('Download all (ZIP)');
      assert.match(name, /^dishboard_data_\d{4}-\d\d-\d\d\.zip$/);
      const entries = Object.entries(unzipSync(content)).map(([file, bytes]) => [
        path.basename(file, '.csv'),
        strFromU8(bytes),
      ]);
      assert.deepEqual(Object.fromEntries(entries), await expectedOfSample());
    },
  },
  {
    name: 'The BigQuery kit, each file of it with the SHA-256 of its manifest',
    async walk(page) {
      assertKit(await page.download('Download BigQuery kit'), await expectedOfSample());
    },
  },
  {
    name: 'A restaurant is picked, and the way back undoes it',
    async walk(page) {
      await page.set('#restaurant', '1', 'change');
      const isAbout = () =>
        document.querySelector('.chip') !== null &&
        document.querySelector('[data-report][aria-busy="true"]') === null;
      await page.until('the picked restaurant', isAbout, null);
      assert.match(await page.look(() => location.hash, null), /^#restaurant=/);
      await page.shot('picked', 1280, 900);
      await page.look(() => {
        history.back();
        return null;
      }, null);
      await page.until('all restaurants', () => !document.querySelector('.chip'), null);
    },
  },
  {
    name: 'A table is sorted and searched',
    async walk(page) {
      const customers = '[data-report="customer_stats"]';
      await page.click(`${customers} th[data-column="first_name"] button`);
      await page.until(
        'a sorted table',
        (customers) =>
          document
            .querySelector(`${customers} th[data-column="first_name"]`)
            ?.getAttribute('aria-sort') === 'ascending',
        customers,
      );
      await page.set(`${customers} input[type="search"]`, 'mic', 'input');
      await page.until(
        'found rows',
        (customers) =>
          /\d+ of 690 rows/.test(
            /** @type {HTMLElement} */ (document.querySelector(customers)).innerText,
          ),
        customers,
      );
      await page.set(`${customers} input[type="search"]`, '', 'input');
    },
  },
  {
    name: 'A dish opens its panel',
    async walk(page) {
      await page.press('coffee', '[data-report="popular_dishes"]');
      await page.until('a panel', () => !!document.querySelector('dialog[open] table'), null);
      await page.shot('panel', 1280, 900);
      await page.press('Close', 'dialog[open]');
      await page.until('no panel', () => !document.querySelector('dialog[open]'), null);
    },
  },
  {
    name: 'The SQL console answers',
    async walk(page) {
      await page.press('SQL console');
      await page.set('.console textarea', 'select 6 * 7 as answer', 'input');
      await page.press('Run', '.console');
      await page.until(
        'an answer',
        () => document.querySelector('.console .answer tbody tr')?.textContent?.trim() === '42',
        null,
      );
    },
  },
  {
    name: 'Show SQL has what a report stands on',
    async walk(page) {
      await page.press('Show SQL of popular_dishes');
      await page.until(
        'SQL',
        () => document.querySelector('dialog[open]')?.textContent?.includes('raw_lines'),
        null,
      );
      await page.shot('sql', 1280, 900);
      await page.press('Close', 'dialog[open]');
    },
  },
  {
    name: 'In Japanese, in dark colours',
    async walk(page) {
      await turnTo(page, 'language=ja&theme=dark');
      await page.until(
        'Japanese',
        () =>
          document.documentElement.lang === 'ja' &&
          getComputedStyle(document.body).backgroundColor === 'rgb(19, 22, 20)',
        null,
      );
      await page.shot('ja', 1280, 900);
      await page.shot('ja-phone', 390, 844);
      await page.shot('desk', 1280, 900);
      await turnTo(page, 'language=en&theme=light');
      await page.until('English', () => document.documentElement.lang === 'en', null);
    },
  },
  {
    name: 'Guest names are hidden and shown again',
    async walk(page) {
      const guest = () =>
        /^Guest [0-9A-Z]{12}/m.test(
          /** @type {HTMLElement | null} */ (
            document.querySelector('[data-report="customer_stats"] tbody')
          )?.innerText ?? '',
        );
      await page.click('#hide-guests');
      await page.until('pseudonyms', guest, null);
      const { content } = await page.download('Download customer_stats.csv');
      assert.match(content.toString(), /^Guest [0-9A-Z]{12},/m);
      await page.click('#hide-guests');
      await page.until(
        'names',
        () =>
          /^\w+/.test(
            document.querySelector('[data-report="customer_stats"] tbody')?.textContent?.trim() ??
              '',
          ) && !/Guest [0-9A-Z]{12}/.test(document.body.innerText),
        null,
      );
    },
  },
  {
    name: 'A dropped file becomes reports, hostile names as text',
    async walk(page) {
      await page.drop('week.csv', WEEK);
      const { content } = await page.download('Download restaurant_stats.csv');
      assert.equal(content.toString(), WEEK_STATS);
      assert.equal(await page.look(() => document.querySelectorAll('main img').length, null), 0);
      await page.shot('dropped', 390, 844);
      await page.shot('desk', 1280, 900);
    },
  },
  {
    name: 'A list of dish costs draws the menu by margin',
    async walk(page) {
      await inFile('costs.csv', COSTS, async (file) => {
        await page.choose([file]);
        await page.until(
          'margins',
          () =>
            [...document.querySelectorAll('figure')].some((figure) =>
              /orders and margin/.test(figure.innerText),
            ),
          null,
        );
      });
    },
  },
  {
    name: 'A file that is not sure is asked about, and read as answered',
    async walk(page) {
      const { file, tables } = caseOf('names-in-other-words-matched-by-hand');
      await page.load([file], async () => {
        const roles = Object.entries({
          Wo: 'restaurant',
          Was: 'dish',
          Wer: 'customer',
          Wieviel: 'price',
          Kellner: '',
        });
        for (const [column, role] of roles) {
          await page.set(`select[aria-label="Role of ${column}"]`, role, 'change');
        }
        await page.shot('mapping', 1280, 900);
        await page.shot('mapping-phone', 390, 844);
        await page.shot('desk', 1280, 900);
      });
      await assertDownloads(page, tables);
    },
  },
  {
    name: 'Shift_JIS, UTF-16, gzip, ZIP, Excel and Parquet, with the downloads that Node makes',
    async walk(page) {
      for (const kind of KINDS) {
        const { file, tables } = caseOf(kind);
        await page.load([file]);
        await assertDownloads(page, tables);
      }
    },
  },
  {
    name: 'Nothing was thrown and no policy was broken on the way',
    async walk(page) {
      assert.deepEqual(await page.faults(), []);
    },
  },
  {
    name: 'After a file is dropped, whatever the page and a worker try reaches no server',
    async walk(page, servers) {
      await page.drop('week.csv', WEEK);
      servers.forget();
      for (const host of [servers.url, servers.elsewhere]) await page.look(send, host);
      await page.press('Nothing leaves this browser');
      await page.press('Try to send', 'dialog[open]');
      const refused = await page.until(
        'five refusals',
        () =>
          document.querySelectorAll('dialog[open] li').length === 5 &&
          document.querySelectorAll('dialog[open] li[data-refused="true"]').length,
        null,
      );
      assert.equal(refused, 5);
      await page.shot('locked', 1280, 900);
      await page.press('Close', 'dialog[open]');
      assert.deepEqual(servers.heard, []);
      // Proves that the second server records a request that the browser does not block.
      await fetch(servers.elsewhere);
      assert.equal(servers.heard.length, 1);
    },
  },
  {
    name: 'With the network off: the page is loaded, a file dropped, the kit downloaded',
    async walk(page, servers) {
      const isKept = async () => {
        const names = await caches.keys();
        return names.length === 1 && !names[0]?.endsWith('handed over');
      };
      await page.until('the site in the cache', isKept, null);
      await servers.stop();
      await page.open(servers.url);
      await page.until(
        'the reports of the sample',
        () =>
          document.body.dataset.phase === 'ready' &&
          document.querySelectorAll('[data-report] h2').length === 5,
        null,
      );
      await page.drop('week.csv', WEEK);
      const kit = await page.download('Download BigQuery kit');
      assertKit(kit, { restaurant_stats: WEEK_STATS });
      await page.shot('offline', 1280, 900);
      assert.deepEqual(await page.faults(), []);
    },
  },
];

/**
 * Tries every way to send a request that all browsers support. It runs in the page.
 * @param {string} host
 */
function send(host) {
  /** @param {() => unknown} act */
  const attempt = (act) => {
    try {
      Promise.resolve(act()).catch(() => undefined);
    } catch {
      // The browser has refused the attempt with an exception.
    }
  };
  /** @param {string} tag @param {Record<string, string>} attributes */
  const add = (tag, attributes) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.head.append(element);
  };
  attempt(() => fetch(`${host}?fetch`, { method: 'POST', body: 'secret', mode: 'no-cors' }));
  attempt(() => navigator.sendBeacon(`${host}?beacon`, 'secret'));
  attempt(() => new WebSocket(host.replace('http', 'ws')));
  attempt(() => new EventSource(`${host}?eventsource`));
  attempt(() => (new Image().src = `${host}?image`));
  attempt(() => {
    const request = new XMLHttpRequest();
    request.open('POST', `${host}?xhr`);
    request.send('secret');
  });
  attempt(() => new FontFace('any', `url(${host}?font)`).load());
  attempt(() => import(`${host}?import`));
  attempt(() => add('link', { rel: 'stylesheet', href: `${host}?style` }));
  attempt(() => add('link', { rel: 'preload', as: 'fetch', href: `${host}?preload` }));
  attempt(() => add('link', { rel: 'prefetch', href: `${host}?prefetch` }));
  attempt(() => add('link', { rel: 'manifest', href: `${host}?manifest` }));
  attempt(() => add('iframe', { src: `${host}?frame` }));
  attempt(() => add('script', { src: `${host}?script` }));
  attempt(() => add('video', { src: `${host}?video` }));
  attempt(() => add('object', { data: `${host}?object` }));
  return null;
}

/**
 * Calls `use` with the path of a temporary file.
 * @param {string} name @param {string} content
 * @param {(file: string) => Promise<void>} use
 */
async function inFile(name, content, use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dishboard-tour-'));
  try {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    await use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
