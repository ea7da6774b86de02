// @ts-check
/**
 * Measures other libraries that could do the whole job, each in its own page (alternatives/).
 * PapaParse, sql.js and DuckDB-WASM have the MIT licence, and Arquero has BSD-3-Clause.
 */
import { setTimeout } from 'node:timers/promises';
import { withBrowser } from './browser.mjs';
import { watchWasmHeap } from './wasm-heap.mjs';

const LIMIT_MINUTES = 10;

/** @typedef {Window & { alternative: import('./alternatives/page.js').Alternative }} AlternativeWindow */

/**
 * @param {string} name
 * @param {'papaparse' | 'arquero' | 'sqljs' | 'duckdb'} module of alternatives/
 * @param {import('./inputs.mjs').Input} input
 * @returns {import('./part.mjs').Contender}
 */
export function alternative(name, module, input) {
  return {
    name,
    input,
    run: async ({ alternatives, sample }) => {
      const file = await input.file();
      return await withBrowser(async ({ page, startMeter }) => {
        const heap = watchWasmHeap(page);
        page.setDefaultTimeout(LIMIT_MINUTES * 60_000);
        await page.goto(`${alternatives}?with=${module}`);
        await page.waitForSelector('body[data-phase="ready"]');
        const make = async (/** @type {string} */ path) => {
          await page.locator('input').setInputFiles(path);
          const made = page.evaluate(() =>
            /** @type {AlternativeWindow} */ (/** @type {unknown} */ (window)).alternative.make(),
          );
          return await Promise.race([made, tooLate()]);
        };
        await make(sample);
        await make(sample);

        const meter = await startMeter();
        const wall = (await make(file)) / 1000;
        const used = await meter.read();
        const wasm = await heap();
        const tables = await page.evaluate(() =>
          /** @type {AlternativeWindow} */ (/** @type {unknown} */ (window)).alternative.tables(),
        );
        return {
          figures: { wall, ...used, heap: wasm > 0 ? wasm : NaN },
          tables: new Map(Object.entries(tables)),
        };
      });
    },
  };
}

/** @returns {Promise<never>} */
async function tooLate() {
  await setTimeout(LIMIT_MINUTES * 60_000, undefined, { ref: false });
  throw new Error(`not done after ${LIMIT_MINUTES} minutes`);
}
