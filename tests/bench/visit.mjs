// @ts-check
/**
 * Measures a visit in its own browser profile: the times until first paint, until the engine is
 * ready, and until the reports are ready.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, requireChromium } from '../../tools/chromium.mjs';
import { longestTask, openDishboard, startOf } from './page.mjs';

const ENGINE = /duckdb-[^/]*\.wasm/;

/**
 * @param {string} name
 * @param {number} visitsBefore earlier visits with the same profile, which fill its caches
 * @returns {import('./part.mjs').Contender}
 */
export function visit(name, visitsBefore) {
  return {
    name,
    run: async ({ site }) => {
      const profile = mkdtempSync(path.join(tmpdir(), 'dishboard-bench-profile-'));
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: requireChromium(),
        args: CHROMIUM_ARGUMENTS,
      });
      try {
        for (let visits = 0; visits < visitsBefore; visits += 1) {
          const page = await context.newPage();
          await openDishboard(page, site.url);
          await page.close();
        }
        const page = await context.newPage();
        await openDishboard(page, site.url);
        return {
          figures: {
            shown: await startOf(page, 'first-contentful-paint'),
            engine: await startOf(page, 'dishboard:engine-ready'),
            reports: await startOf(page, 'dishboard:reports-ready'),
            longTask: await longestTask(page, 0),
            shift: await layoutShift(page),
            ...(await bytesOf(page, site)),
          },
        };
      } finally {
        await context.close();
        rmSync(profile, { recursive: true, force: true });
      }
    },
  };
}

/**
 * Returns the transferred kilobytes. Cached files count as zero.
 * @param {import('playwright-core').Page} page
 * @param {import('./site.mjs').Site} site
 */
async function bytesOf(page, site) {
  const collect = () =>
    [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ].map((entry) => {
      const { name, startTime, responseEnd, transferSize, encodedBodySize } =
        /** @type {PerformanceResourceTiming} */ (entry);
      const start = performance.timeOrigin + startTime;
      const end = performance.timeOrigin + responseEnd;
      return { name, start, end, transferSize, isWhole: transferSize > encodedBodySize };
    });
  const workers = page.workers().map((worker) => worker.evaluate(collect));
  const entries = (await Promise.all([page.evaluate(collect), ...workers])).flat();
  const transferred = entries.reduce((sum, { transferSize }) => sum + transferSize, 0);
  const origin = await page.evaluate(() => performance.timeOrigin);
  const shown = origin + (await startOf(page, 'first-contentful-paint'));
  const engineHere = Math.max(
    ...entries.filter(({ name }) => ENGINE.test(name)).map(({ end }) => end),
  );
  const filesOf = (/** @type {typeof entries} */ some) =>
    [...new Set(some.filter((entry) => entry.isWhole).map(({ name }) => name))]
      .filter((name) => name.startsWith(site.url))
      .map((name) => site.file(name.slice(site.url.length)));
  const files = filesOf(entries);
  const until = (/** @type {number} */ moment) =>
    filesOf(entries.filter(({ start }) => start < moment)).filter(
      ({ isOwn, isEngine }) => isOwn && !isEngine,
    );
  const sum = (/** @type {typeof files} */ some) =>
    some.reduce((bytes, { compressed }) => bytes + compressed, 0) / 1000;
  return {
    transferred: transferred / 1000,
    compressed: sum(files),
    own: sum(files.filter(({ isOwn }) => isOwn)),
    ownShown: sum(until(shown)),
    ownBefore: sum(until(engineHere)),
  };
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>}
 */
function layoutShift(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        // The observer calls back only if there was a shift, hence the timeout.
        setTimeout(resolve, 1000, 0);
        new PerformanceObserver((list) => {
          const shifts = /** @type {(PerformanceEntry & { value: number })[]} */ (
            list.getEntries()
          );
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
      }),
  );
}
