// @ts-check
import { existsSync } from 'node:fs';
import { installed } from './installed.mjs';

const CANDIDATES = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/opt/firefox/firefox',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];
const PROTOCOL_TIMEOUT_MS = 600_000;

/**
 * Uses WebDriver BiDi, because Firefox supports it without a separate driver.
 * @type {import('./engine.mjs').Engine}
 */
export const firefoxEngine = {
  name: 'Firefox',
  packages: ['firefox-esr'],
  find: () => CANDIDATES.find((file) => file && existsSync(file)) ?? null,
  async open(executablePath, downloads) {
    const { default: puppeteer } = /** @type {typeof import('puppeteer-core')} */ (
      await installed('puppeteer-core')
    );
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      protocolTimeout: PROTOCOL_TIMEOUT_MS,
      extraPrefsFirefox: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.useDownloadDir': true,
        'browser.download.alwaysOpenPanel': false,
      },
    });
    const page = await browser.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    return {
      version: (await browser.version()).replace(/^\D*/, ''),
      errors,
      goto: async (url) => void (await page.goto(url, { timeout: PROTOCOL_TIMEOUT_MS })),
      evaluate: (run, argument) => page.evaluate(run, argument),
      click: (selector) => page.click(selector),
      async setFiles(files) {
        const input =
          /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement> | null} */ (
            await page.$('input[type="file"]')
          );
        await input?.uploadFile(...files);
      },
      resize: (width, height) => page.setViewport({ width, height }),
      screenshot: async (file) => {
        await page.screenshot({ path: /** @type {`${string}.png`} */ (file) });
      },
      close: () => browser.close(),
    };
  },
};
