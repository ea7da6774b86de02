// @ts-check
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, findChromium } from '../../chromium.mjs';

/** @type {import('./engine.mjs').Engine} */
export const chromiumEngine = {
  name: 'Chromium',
  packages: ['chromium'],
  find: () => findChromium() ?? null,
  async open(executablePath, downloads) {
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
    const page = await browser.newPage({ acceptDownloads: true });
    /** @type {string[]} */
    const errors = [];
    /** @type {Promise<void>[]} */
    const saving = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('download', (download) => {
      saving.push(download.saveAs(path.join(downloads, download.suggestedFilename())));
    });
    return {
      version: browser.version(),
      errors,
      goto: async (url) => void (await page.goto(url)),
      evaluate: (run, argument) => page.evaluate(run, argument),
      click: (selector) => page.click(selector),
      setFiles: (files) => page.setInputFiles('input[type="file"]', files),
      resize: (width, height) => page.setViewportSize({ width, height }),
      screenshot: async (file) => void (await page.screenshot({ path: file })),
      close: async () => {
        await Promise.allSettled(saving);
        await browser.close();
      },
    };
  },
};
