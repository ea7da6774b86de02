// @ts-check
/**
 * Measures the time from the chosen file to its reports, in a page that has already read the sample
 * twice.
 */
import { withBrowser } from './browser.mjs';
import { clear, countWorkers, downloadTables, load, longestTask, openDishboard } from './page.mjs';
import { watchWasmHeap } from './wasm-heap.mjs';

/** `hardwareConcurrency` in the page, which decides the number of readers. */
export const PROCESSORS = { few: 2, many: 4 };

/**
 * @param {string} name
 * @param {import('./inputs.mjs').Input} input
 * @param {number} [processors]
 * @returns {import('./part.mjs').Contender}
 */
export function dishboard(name, input, processors = PROCESSORS.many) {
  return {
    name,
    input,
    run: async ({ site, sample }) => {
      const file = await input.file();
      return await withBrowser(async ({ page, startMeter }) => {
        const heap = watchWasmHeap(page);
        await openDishboard(page, site.url, { processors });
        await clear(page);
        await load(page, sample);
        await clear(page);

        const meter = await startMeter();
        const workers = countWorkers(page);
        const since = await page.evaluate(() => performance.now());
        const wall = (await load(page, file)) / 1000;
        const used = await meter.read();
        const longTask = await longestTask(page, since);
        return {
          figures: { wall, ...used, longTask, workers: workers(), heap: await heap() },
          tables: await downloadTables(page),
        };
      });
    },
  };
}
