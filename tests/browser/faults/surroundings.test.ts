import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { useSite } from '../site';
import {
  click,
  hasSample,
  HEADER,
  holdAt,
  release,
  loadsAgain,
  says,
  untilHeld,
  useFaults,
} from './support';

const site = useSite();
const fault = useFaults();

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dishboard-faults-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a file on the disk', () => {
  /** Chooses a new file, and stops the page between its inspection and its reading. */
  async function begun(name: string): Promise<string> {
    const file = path.join(folder, name);
    writeFileSync(file, `${HEADER}${'C,tea,Dee,1.00\n'.repeat(1000)}`);
    await site.openSample();
    await holdAt(site.page, 'next');
    await site.page.getByLabel('Choose CSV files').setInputFiles(file);
    await untilHeld(site.page);
    return file;
  }

  fault('file changed', async (expected) => {
    const file = await begun('growing.csv');
    writeFileSync(file, `${HEADER}${'C,tea,Dee,2.00\n'.repeat(2000)}`);
    await release(site.page);
    await says(site, expected, /growing\.csv/, /Choose the file again/);
    await hasSample(site);
    await site.settled(() => site.page.getByLabel('Choose CSV files').setInputFiles(file));
    expect(await site.receipt()).toEqual({ read: 2000, kept: 2000, rejected: 0 });
    expect(await site.tableRows('restaurant_stats')).toContainEqual(['C', '1', '4,000.00']);
    await loadsAgain(site);
  });

  fault('file deleted', async (expected) => {
    const file = await begun('short-lived.csv');
    rmSync(file);
    await release(site.page);
    await says(site, expected, /short-lived\.csv/);
    await hasSample(site);
    await loadsAgain(site);
  });
});

describe('what the page stores', () => {
  const site = useSite({ fresh: true });
  const isIn = (language: string) => site.page.locator(`html[lang="${language}"]`).waitFor();

  async function speakJapanese(): Promise<void> {
    await click(site, 'Settings');
    await site.page.getByRole('radio', { name: '日本語' }).check();
    await isIn('ja');
    await site.page.getByRole('radio', { name: 'English' }).check();
    await isIn('en');
    await site.page.keyboard.press('Escape');
  }

  fault('storage forbidden', async () => {
    await site.page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(globalThis, name, {
          get: () => {
            throw new DOMException('forbidden by the test', 'SecurityError');
          },
        });
      }
    });
    await site.openSample();
    await hasSample(site);
    await speakJapanese();
    await loadsAgain(site);
  });

  fault('storage full', async () => {
    await site.page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full, says the test', 'QuotaExceededError');
      };
    });
    await site.openSample();
    await hasSample(site);
    await speakJapanese();
    await site.page.getByRole('checkbox', { name: 'Hide guest names' }).check();
    await site.page
      .getByRole('button', { name: /^Guest / })
      .first()
      .waitFor();
    await site.page.getByRole('checkbox', { name: 'Hide guest names' }).uncheck();
    await loadsAgain(site);
  });
});

describe('a tab without frames', () => {
  const site = useSite({ fresh: true });

  fault('no frames', async () => {
    await site.page.addInitScript(() => {
      const real = requestAnimationFrame;
      const waiting: FrameRequestCallback[] = [];
      let isDrawn = false;
      Object.assign(globalThis, {
        requestAnimationFrame: (act: FrameRequestCallback) =>
          isDrawn ? real(act) : waiting.push(act),
        drawAgain: () => {
          isDrawn = true;
          for (const act of waiting) real(act);
        },
      });
    });
    await site.openSample();
    await hasSample(site);
    await site.page.evaluate(() => {
      for (const [name, value] of [
        ['hidden', true] as const,
        ['visibilityState', 'hidden'] as const,
      ])
        Object.defineProperty(document, name, { configurable: true, value });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const orders = ['C,tea,Dee,1.00', 'D,tea,Eve,2.00', 'E,soup,Dee,3.00'].join('\n');
    await site.choose({ name: 'own.csv', content: HEADER + orders });
    await site.page.getByText('own.csv', { exact: true }).waitFor();
    expect(await site.receipt()).toEqual({ read: 3, kept: 3, rejected: 0 });
    await site.page.evaluate(() => {
      for (const name of ['hidden', 'visibilityState']) Reflect.deleteProperty(document, name);
      (globalThis as unknown as { drawAgain: () => void }).drawAgain();
      document.dispatchEvent(new Event('visibilitychange'));
    });
    // A drawn chart has coloured pixels.
    await expect
      .poll(() =>
        site.page
          .locator('[data-report="restaurant_stats"] canvas')
          .first()
          .evaluate((canvas: HTMLCanvasElement) =>
            canvas
              .getContext('2d')!
              .getImageData(0, 0, canvas.width, canvas.height)
              .data.some((value) => value > 0),
          ),
      )
      .toBe(true);
    await loadsAgain(site);
  });
});

describe('a frozen tab', () => {
  fault('frozen', async () => {
    await site.openSample();
    await holdAt(site.page, 'next');
    await site.choose({ name: 'own.csv', content: `${HEADER}C,tea,Dee,1.00\n` });
    await untilHeld(site.page);
    const session = await site.page.context().newCDPSession(site.page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await release(site.page);
    await site.page.getByText('own.csv', { exact: true }).waitFor();
    expect(await site.receipt()).toEqual({ read: 1, kept: 1, rejected: 0 });
    await loadsAgain(site);
  });
});

describe('another tab', () => {
  fault('second tab', async () => {
    await site.openSample();
    const other = await site.page.context().newPage();
    await other.goto(site.url);
    await other.waitForSelector('body[data-phase="ready"]');
    await loadsAgain(site);
    await other.getByRole('button', { name: 'Settings' }).click();
    await other.getByRole('radio', { name: '日本語' }).check();
    await other.locator('html[lang="ja"]').waitFor();
    expect(await other.locator('[data-receipt="read"]').getAttribute('data-value')).toBe('150000');
    await other.close();
    expect(await site.page.locator('html').getAttribute('lang')).toBe('en');
    await loadsAgain(site);
  });
});

describe('an error of ours', () => {
  fault('download not made', async (expected) => {
    await site.openSample();
    await site.page.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = () => {
        URL.createObjectURL = make;
        throw new RangeError('no memory, says the test');
      };
    });
    await click(site, 'Download all (ZIP)');
    await site.page.getByRole('alert').filter({ hasText: expected.says! }).waitFor();
    await hasSample(site);
    expect((await site.download('Download all (ZIP)')).name).toMatch(/\.zip$/);
    expect(await site.page.getByRole('alert').count()).toBe(0);
    await loadsAgain(site);
  });

  fault('uncaught', async (expected) => {
    site.expectedErrors = [/nobody catches/];
    await site.openSample();
    await site.page.evaluate(() => {
      void Promise.reject(new Error('nobody catches this'));
    });
    await says(site, expected, /nobody catches this/);
    await hasSample(site);
    await loadsAgain(site);
  });
});
