// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../free-port.mjs';
import { installed } from './installed.mjs';

const DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/xvfb-run';
/**
 * The screen is this high because the browser's downloads bar stays open and grows. The window must
 * grow with it to keep the page's height.
 */
const SCREEN = '-screen 0 1600x8000x24';
const TIMEOUT_MS = 600_000;
const START_MS = 60_000;

/** The path of MiniBrowser, which is part of WebKitGTK. Its folder depends on the version. */
function findMiniBrowser() {
  const folders = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'))
    : [];
  return folders
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) =>
        path.join('/usr/lib', folder, name, 'MiniBrowser'),
      ),
    )
    .find((file) => existsSync(file));
}

/**
 * Uses WebDriver, on a virtual screen if there is no display.
 * @type {import('./engine.mjs').Engine}
 */
export const webkitEngine = {
  name: 'WebKit',
  packages: ['webkit2gtk-driver', 'xvfb'],
  find: () =>
    existsSync(DRIVER) && (process.env.DISPLAY || existsSync(XVFB))
      ? (findMiniBrowser() ?? null)
      : null,
  async open(executablePath, downloads) {
    const { Builder, By, Capabilities } = /** @type {typeof import('selenium-webdriver')} */ (
      await installed('selenium-webdriver')
    );
    const home = mkdtempSync(path.join(tmpdir(), 'dishboard-webkit-'));
    const port = await freePort();
    const driver = startDriver(home, downloads, port);
    try {
      await listening(port);
      const browser = await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities(
          new Capabilities({
            browserName: 'MiniBrowser',
            'webkitgtk:browserOptions': { binary: executablePath, args: ['--automation'] },
          }),
        )
        .build();
      await browser.manage().setTimeouts({ script: TIMEOUT_MS, pageLoad: TIMEOUT_MS });
      const wanted = { width: 1280, height: 900 };
      const window = browser.manage().window();
      /** Resizes the window until the page, without the bars of the window, has the wanted size. */
      const fit = async () => {
        const is = await browser.executeScript('return { width: innerWidth, height: innerHeight }');
        const { width, height } = /** @type {typeof wanted} */ (is);
        if (width === wanted.width && height === wanted.height) return;
        const outer = await window.getRect();
        await window.setRect({
          width: outer.width + wanted.width - width,
          height: outer.height + wanted.height - height,
        });
      };
      await fit();
      const version = (await browser.getCapabilities()).get('browserVersion');
      return {
        version: String(version),
        // WebDriver does not report errors, so page.mjs listens for them in the page.
        errors: [],
        goto: (url) => browser.get(url),
        evaluate: (run, argument) =>
          browser.executeScript(`return (${String(run)})(arguments[0])`, argument),
        async click(selector) {
          await fit();
          await browser.findElement(By.css(selector)).click();
        },
        setFiles: (files) =>
          browser.findElement(By.css('input[type="file"]')).sendKeys(files.join('\n')),
        async resize(width, height) {
          Object.assign(wanted, { width, height });
          await fit();
        },
        screenshot: async (file) => writeFileSync(file, await browser.takeScreenshot(), 'base64'),
        async close() {
          await browser.quit().catch(() => undefined);
          await driver.end();
        },
      };
    } catch (error) {
      await driver.end();
      throw error;
    }
  },
};

/**
 * Starts WebKitWebDriver with `home` as its home folder, so that its profile is new and its downloads
 * go to `downloads`.
 * @param {string} home @param {string} downloads @param {number} port
 */
function startDriver(home, downloads, port) {
  const config = path.join(home, '.config');
  mkdirSync(config, { recursive: true });
  writeFileSync(path.join(config, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const isRoot = process.getuid?.() === 0;
  const command = [DRIVER, `--port=${port}`];
  const [program = '', ...rest] = process.env.DISPLAY
    ? command
    : [XVFB, '-a', '-s', SCREEN, ...command];
  const child = spawn(program, rest, {
    // A separate process group, so that one signal also ends all child processes.
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: config,
      XDG_CACHE_HOME: path.join(home, '.cache'),
      XDG_DATA_HOME: path.join(home, '.local', 'share'),
      ...(isRoot ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    },
  });
  const closed = new Promise((resolve) => {
    child.once('close', resolve);
    child.once('error', resolve);
  });
  return {
    async end() {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // The driver has already ended.
      }
      await closed;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** @param {number} port */
async function listening(port) {
  const giveUpAt = Date.now() + START_MS;
  for (;;) {
    const isThere = await fetch(`http://127.0.0.1:${port}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    if (Date.now() > giveUpAt) throw new Error('WebKitWebDriver does not answer');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
