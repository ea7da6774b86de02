// @ts-check
/**
 * `npm run test:browsers`: runs the main paths in Chromium, Firefox and WebKit. It skips a browser that
 * is not installed.
 *
 *     npm run test:browsers -- [--require all] [--shots folder] [--write] [name…]
 *
 * `--require all` fails if a browser is missing. `--shots` saves screenshots in a folder. `--write` writes
 * the table of results to docs/browsers.md. Names select browsers, such as `firefox`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtSite } from '../built.mjs';
import { chromiumEngine } from './engines/chromium.mjs';
import { firefoxEngine } from './engines/firefox.mjs';
import { webkitEngine } from './engines/webkit.mjs';
import { Page } from './page.mjs';
import { startServers } from './servers.mjs';
import { asMarkdown } from './table.mjs';
import { TOUR } from './tour.mjs';

/** @typedef {import('./table.mjs').Walked} Walked */

const TABLE = fileURLToPath(new URL('../../docs/browsers.md', import.meta.url));
const ENGINES = [chromiumEngine, firefoxEngine, webkitEngine];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    require: { type: 'string' },
    shots: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const chosen = ENGINES.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name.toLowerCase()),
);
if (chosen.length === 0) throw new Error(`there is no browser named ${positionals.join(', ')}`);
if (values.shots) mkdirSync(values.shots, { recursive: true });

const servers = await startServers(builtSite());
/** @type {Walked[]} */
const walked = [];
try {
  for (const engine of chosen) walked.push(await walk(engine));
} finally {
  await servers.close();
}

const table = asMarkdown(
  walked,
  TOUR.map(({ name }) => name),
);
console.log(`\n${table}`);
if (values.write) writeFileSync(TABLE, table);

const hasFailed = walked.some(({ outcomes }) =>
  [...outcomes.values()].some((outcome) => outcome !== 'passed'),
);
const isMissing = values.require === 'all' && walked.some(({ version }) => version === null);
process.exitCode = hasFailed || isMissing ? 1 : 0;

/**
 * Runs all steps in one browser. It continues after a failed step, so that the table has a result for
 * every step.
 * @param {import('./engines/engine.mjs').Engine} engine
 * @returns {Promise<Walked>}
 */
async function walk(engine) {
  const { name, packages } = engine;
  const executable = engine.find();
  /** @type {Walked['outcomes']} */
  const outcomes = new Map();
  if (executable === null) {
    console.log(`${name}: not installed (apt-get install ${packages.join(' ')})`);
    return { name, version: null, outcomes };
  }
  const downloads = mkdtempSync(path.join(tmpdir(), 'dishboard-downloads-'));
  try {
    const driver = await engine.open(executable, downloads);
    try {
      const shots = values.shots ? path.join(values.shots, name.toLowerCase()) : null;
      const page = new Page(driver, downloads, shots);
      await servers.start();
      await page.open(servers.url);
      for (const step of TOUR) outcomes.set(step.name, await outcomeOf(name, step, page, servers));
      return { name, version: driver.version, outcomes };
    } finally {
      await driver.close();
    }
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
}

/**
 * @param {string} engine
 * @param {import('./tour.mjs').Step} step
 * @param {Page} page
 * @param {import('./servers.mjs').Servers} servers
 * @returns {Promise<'passed' | 'failed'>}
 */
async function outcomeOf(engine, step, page, servers) {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  try {
    await step.walk(page, servers);
    console.log(`${engine}: passed: ${step.name} (${seconds()})`);
    return 'passed';
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    console.log(`${engine}: FAILED: ${step.name} (${seconds()}): ${why.slice(0, 600)}`);
    return 'failed';
  }
}
