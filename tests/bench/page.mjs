// @ts-check
/** Drives the page like a user and reads its performance marks. */
import { readFileSync } from 'node:fs';
import { TABLES } from './part.mjs';

/** A time-out that ends a hang. It is generous, because a loaded machine is slow. */
const HANG_MS = 30 * 60_000;
const POLLING_MS = 50;

/**
 * The window with the long tasks that `watch` records.
 * @typedef {Window & { longTasks: { start: number, duration: number }[] }} Watched
 */

/**
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {{ processors?: number }} [machine] `processors` overrides `hardwareConcurrency`
 */
export async function openDishboard(page, url, { processors } = {}) {
  page.setDefaultTimeout(HANG_MS);
  await page.addInitScript(watch, processors);
  await page.goto(url);
  await waitForReports(page, 0);
}

/** Records long tasks, and overrides the number of processors. Runs in the page. @param {number | undefined} processors */
function watch(processors) {
  const watched = /** @type {Watched} */ (/** @type {unknown} */ (window));
  watched.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime: start, duration } of list.getEntries()) {
      watched.longTasks.push({ start, duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  if (processors !== undefined) {
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => processors });
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} file
 * @returns {Promise<number>} ms from the chosen file to its reports
 */
export async function load(page, file) {
  const since = await page.evaluate(() => performance.now());
  await page.getByLabel('Choose CSV files').setInputFiles(file);
  await waitForReports(page, since);
  const chosen = await startOf(page, 'dishboard:file-chosen');
  return (await startOf(page, 'dishboard:reports-ready')) - chosen;
}

/**
 * Removes the loaded file, so that the page does not ask whether the next file replaces it.
 * @param {import('playwright-core').Page} page
 */
export async function clear(page) {
  const remove = page.getByRole('button', { name: /^Remove / });
  if ((await remove.count()) === 0) return;
  await remove.click();
  await page.waitForSelector('body[data-phase="idle"]');
}

/**
 * Waits for the reports of a load that began after `since`. Throws if the page shows a failure or a
 * question.
 * @param {import('playwright-core').Page} page
 * @param {number} since in ms from navigation start
 */
async function waitForReports(page, since) {
  const outcome = await page.waitForFunction(
    (since) => {
      const { phase } = document.body.dataset;
      if (phase === 'failed' || phase === 'mapping') return document.body.innerText;
      const [chosen] = performance.getEntriesByName('dishboard:file-chosen');
      const [ready] = performance.getEntriesByName('dishboard:reports-ready');
      const isDone =
        chosen && ready && since <= chosen.startTime && chosen.startTime <= ready.startTime;
      return phase === 'ready' && isDone ? 'ready' : null;
    },
    since,
    { polling: POLLING_MS },
  );
  const text = await outcome.jsonValue();
  if (text !== 'ready') throw new Error(`the page says: ${text}`);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function startOf(page, name) {
  const start = await page.evaluate(
    (name) => performance.getEntriesByName(name)[0]?.startTime,
    name,
  );
  if (start === undefined) throw new Error(`the page has no ${name}`);
  return start;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {number} since in ms from navigation start
 * @returns {Promise<number>} duration in ms of the longest task after `since`; 0 if none took 50 ms
 */
export function longestTask(page, since) {
  return page.evaluate((since) => {
    const { longTasks } = /** @type {Watched} */ (/** @type {unknown} */ (window));
    return Math.max(
      0,
      ...longTasks.filter(({ start }) => start >= since).map(({ duration }) => duration),
    );
  }, since);
}

/** @param {import('playwright-core').Page} page @returns {Promise<Map<string, string>>} the five tables, as downloaded */
export async function downloadTables(page) {
  /** @type {Map<string, string>} */
  const tables = new Map();
  for (const table of TABLES) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Download ${table}.csv`, exact: true }).click(),
    ]);
    tables.set(table, readFileSync(await download.path(), 'utf8'));
  }
  return tables;
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {() => number} the largest number of workers at once
 */
export function countWorkers(page) {
  let [now, most] = [0, 0];
  const add = (/** @type {import('playwright-core').Worker} */ worker) => {
    now += 1;
    most = Math.max(most, now);
    worker.once('close', () => (now -= 1));
  };
  page.workers().forEach(add);
  page.on('worker', add);
  return () => most;
}
