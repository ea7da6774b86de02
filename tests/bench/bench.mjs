// @ts-check
/** The benchmark: what it measures, against what, and what has to agree. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, requireChromium } from '../../tools/chromium.mjs';
import { differences } from './compare.mjs';
import { firstVisit } from './first-visit.mjs';
import { native } from './native.mjs';
import { toPage, toTable } from './report.mjs';
import { measureRounds } from './rounds.mjs';
import { openSite } from './site.mjs';
import { warmLoad } from './warm-load.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const SAMPLE = path.join(root, 'static', 'data.csv');

const PARTS = [firstVisit, warmLoad, native];
const RATIOS = [{ label: 'warm page to native', over: warmLoad, under: native }];

/** @param {{ runs: number, write: boolean }} options @returns {Promise<number>} the exit code */
export async function bench({ runs, write }) {
  const site = await openSite(root);
  try {
    const browser = await chromium.launch({
      executablePath: requireChromium(),
      args: CHROMIUM_ARGUMENTS,
    });
    try {
      return await run({ site, browser, sample: SAMPLE }, { runs, write });
    } finally {
      await browser.close();
    }
  } finally {
    await site.close();
  }
}

/** @param {import('./part.mjs').Context} context @param {{ runs: number, write: boolean }} options */
async function run(context, { runs, write }) {
  /** @type {Map<import('./part.mjs').Part, import('./part.mjs').Started>} */
  const started = new Map();
  for (const part of PARTS) started.set(part, await part.start(context));

  const found = differences(started);
  if (found.length > 0) {
    for (const line of found) console.error(`The tables differ. ${line}`);
    return 1;
  }
  const measured = await measureRounds(started, RATIOS, runs);
  console.log(toTable(measured));
  if (write) {
    const software = softwareOf(context.browser);
    const page = toPage(measured, { runs, sample: describe(SAMPLE), software });
    writeFileSync(path.join(import.meta.dirname, 'RESULTS.md'), page);
  }
  return 0;
}

/** @param {string} file */
function describe(file) {
  const bytes = readFileSync(file);
  const lines = bytes.toString('latin1').split('\n').length - 2;
  const megabytes = (bytes.length / 1e6).toFixed(1);
  return `static/${path.basename(file)}, ${lines.toLocaleString('en-US')} order lines, ${megabytes} MB`;
}

/** @param {import('playwright-core').Browser} browser */
function softwareOf(browser) {
  const dependency = (/** @type {string} */ manifest, /** @type {string} */ name) =>
    JSON.parse(readFileSync(path.join(root, manifest), 'utf8')).dependencies[name];
  return [
    `Node.js ${process.versions.node}`,
    `Chromium ${browser.version()}`,
    `DuckDB-WASM ${dependency('package.json', '@duckdb/duckdb-wasm')}`,
    `native DuckDB ${dependency('tests/bench/package.json', '@duckdb/node-api')}`,
  ];
}
