// @ts-check
/** Starts a new browser for each measurement, so that measurements share no memory or caches. */
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, requireChromium } from '../../tools/chromium.mjs';
import { peakMegabytes, resetPeak } from './peak-memory.mjs';

/** The time for animations and garbage collection of the last load to finish. */
const SETTLE_MS = 1000;

/**
 * @typedef {object} OwnBrowser
 * @property {import('playwright-core').Page} page
 * @property {() => Promise<Meter>} startMeter resolves when the browser is idle
 */

/**
 * @typedef {object} Meter
 * @property {() => Promise<{ cpu: number, peak: number }>} read CPU seconds of all processes, and peak megabytes of the largest renderer, since the start
 */

/** @returns {Promise<import('playwright-core').Browser>} */
export function launch() {
  return chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGUMENTS });
}

/**
 * Opens a page in a new browser, and closes the browser after `use`. Rejects if the page crashes,
 * because nothing that waits for the page would settle. Errors include the time since the start of
 * the meter.
 * @template T
 * @param {(own: OwnBrowser) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withBrowser(use) {
  const browser = await launch();
  /** @type {number | undefined} */
  let since;
  try {
    const session = await browser.newBrowserCDPSession();
    const processes = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo;
    const page = await browser.newPage();
    /** @type {Promise<never>} */
    const crash = new Promise((_, reject) => {
      page.once('crash', () => {
        reject(new Error('its page crashed'));
      });
    });
    const meter = async () => {
      const meter = await startMeter(processes);
      since = performance.now();
      return meter;
    };
    return await Promise.race([use({ page, startMeter: meter }), crash]);
  } catch (error) {
    throw oneLineError(error, since);
  } finally {
    await browser.close();
  }
}

/** @param {() => Promise<{ type: string, id: number, cpuTime: number }[]>} processes @returns {Promise<Meter>} */
async function startMeter(processes) {
  await setTimeout(SETTLE_MS);
  const before = await processes();
  for (const { id } of before) resetPeak(id);
  const cpuBefore = new Map(before.map(({ id, cpuTime }) => [id, cpuTime]));
  return {
    read: async () => {
      const after = await processes();
      const cpu = after.map(({ id, cpuTime }) => cpuTime - (cpuBefore.get(id) ?? 0));
      const pages = after.filter(({ type }) => type === 'renderer');
      return {
        cpu: cpu.reduce((sum, seconds) => sum + seconds, 0),
        peak: Math.max(...pages.map(({ id }) => peakMegabytes(id))),
      };
    },
  };
}

/** @param {unknown} error @param {number | undefined} since */
function oneLineError(error, since) {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
  const when = since && ` after ${Math.round((performance.now() - since) / 1000)} s`;
  return new Error(`${line.replace(/^page\.evaluate: (?:Error: )?/, '')}${when ?? ''}`, {
    cause: error,
  });
}
