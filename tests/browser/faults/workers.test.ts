import { describe, expect } from 'vitest';
import { useSite } from '../site';
import {
  click,
  hasSample,
  hasten,
  HEADER,
  holdAt,
  kill,
  release,
  loadsAgain,
  says,
  untilHeld,
  useFaults,
  workersOf,
} from './support';

const site = useSite();
const fault = useFaults();

const OWN = { name: 'own.csv', content: `${HEADER}C,tea,Dee,1.00\n` };
const KILLED = [/thrown by the test/, /^ErrorEvent/, /duckdb worker/];

/** Makes each new worker fail to start, or lets it start but never answer. */
async function startsNo(kind: 'worker' | 'answer'): Promise<void> {
  await site.page.evaluate((isSilent) => {
    const Real = Worker;
    const silent = { postMessage: () => undefined, terminate: () => undefined };
    Object.assign(globalThis, {
      startAgain: () => Object.assign(globalThis, { Worker: Real }),
      Worker: function () {
        if (isSilent) return Object.assign(new EventTarget(), silent);
        throw new DOMException('no more workers', 'SecurityError');
      },
    });
  }, kind === 'answer');
}

async function startsAgain(): Promise<void> {
  await site.page.evaluate(() => {
    (globalThis as unknown as { startAgain: () => void }).startAgain();
  });
}

describe('the engine', () => {
  fault('engine gone idle', async () => {
    site.expectedErrors = KILLED;
    await site.openSample();
    await kill(await workersOf(site.page, 'engine'));
    await hasSample(site);
    const { name } = await site.download('Download all (ZIP)');
    expect(name).toMatch(/\.zip$/);
    await loadsAgain(site);
  });

  fault('engine gone silently', async () => {
    await site.openSample();
    await hasten(site.page, 10_000);
    for (const worker of await workersOf(site.page, 'engine')) {
      await worker.evaluate(() => {
        setTimeout(() => {
          self.close();
        });
      });
    }
    await loadsAgain(site);
  });

  fault('engine gone, picking', async (expected) => {
    site.expectedErrors = KILLED;
    await site.openSample();
    await kill(await workersOf(site.page, 'engine'));
    const { page } = site;
    await page.getByLabel('Restaurant', { exact: true }).selectOption({ index: 2 });
    await says(site, expected);
    await hasSample(site);
    await click(site, 'Read the files again');
    const picked = page.locator('[data-report="popular_dishes"][aria-busy="false"] h2');
    await expect.poll(() => picked.textContent()).not.toMatch(/each restaurant/);
    await hasSample(site);
    expect(await page.getByRole('alert').count()).toBe(0);
    await loadsAgain(site);
  });

  fault('engine gone in a load', async (expected) => {
    site.expectedErrors = KILLED;
    await site.openSample();
    await holdAt(site.page, 'fresh_dish_sales');
    await site.choose(OWN);
    await untilHeld(site.page);
    await kill(await workersOf(site.page, 'engine'));
    await release(site.page);
    await says(site, expected, /The reports below are the previous ones/);
    await hasSample(site);
    await click(site, 'Try again');
    await site.page.getByText('own.csv', { exact: true }).waitFor();
    expect(await site.receipt()).toEqual({ read: 1, kept: 1, rejected: 0 });
    await loadsAgain(site);
  });

  fault('engine trapped', async (expected) => {
    await site.openSample();
    await holdAt(site.page, 'restaurant_stats');
    await site.choose(OWN);
    await untilHeld(site.page);
    for (const worker of await workersOf(site.page, 'engine')) {
      await worker.evaluate(() => {
        // These bytes are `(module (func (export "f") unreachable))`.
        const bytes = [
          ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
          ...[7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11],
        ];
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
        const trap = exports['f'] as () => number;
        Object.assign(performance, { now: trap });
        Object.assign(Date, { now: trap });
      });
    }
    await release(site.page);
    await says(site, expected, /unreachable/);
    await hasSample(site);
    await loadsAgain(site);
  });

  fault('engine silent', async () => {
    await site.openSample();
    await hasten(site.page, 20_000);
    await holdAt(site.page, 'restaurant_stats');
    await site.choose(OWN);
    await untilHeld(site.page);
    await hasSample(site);
    await click(site, 'Cancel');
    await site.waitFor('ready');
    await hasSample(site);
    await loadsAgain(site);
  });

  fault('engine not started', async (expected) => {
    site.expectedErrors = KILLED;
    await site.openSample();
    await kill(await workersOf(site.page, 'engine'));
    await startsNo('worker');
    await site.choose(OWN);
    await says(site, expected, /no more workers/);
    await hasSample(site);
    await startsAgain();
    await loadsAgain(site);
  });

  fault('engine never starts', async (expected) => {
    site.expectedErrors = KILLED;
    await site.openSample();
    await hasten(site.page, 120_000);
    await kill(await workersOf(site.page, 'engine'));
    await startsNo('answer');
    await site.choose(OWN);
    await says(site, expected, /did not start/);
    await hasSample(site);
    await startsAgain();
    await loadsAgain(site);
  });
});

describe('what reads', () => {
  fault('reader gone', async (expected) => {
    site.expectedErrors = KILLED;
    await site.openSample();
    await holdAt(site.page, 'next');
    await site.choose(OWN);
    await untilHeld(site.page);
    await kill(await workersOf(site.page, 'reading'));
    await says(site, expected, /thrown by the test/);
    await hasSample(site);
    await release(site.page);
    await click(site, 'Try again');
    await site.page.getByText('own.csv', { exact: true }).waitFor();
    await loadsAgain(site);
  });

  fault('looker gone', async (expected) => {
    site.expectedErrors = KILLED;
    await site.openSample();
    await holdAt(site.page, 'inspect');
    await site.choose(OWN);
    await untilHeld(site.page);
    await kill(await workersOf(site.page, 'reading'));
    await says(site, expected, /thrown by the test/);
    await hasSample(site);
    await release(site.page);
    await loadsAgain(site);
  });

  fault('reader not started', async (expected) => {
    site.expectedErrors = KILLED;
    await site.openSample();
    await kill(await workersOf(site.page, 'reading'));
    await startsNo('worker');
    await site.choose(OWN);
    await says(site, expected, /no more workers/);
    await hasSample(site);
    await startsAgain();
    await loadsAgain(site);
  });
});

describe('memory', () => {
  fault('engine out of memory', async (expected) => {
    await site.openSample();
    for (const worker of await workersOf(site.page, 'engine')) {
      await worker.evaluate(() => {
        WebAssembly.Memory.prototype.grow = () => {
          throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
        };
      });
    }
    const lines = Array.from(
      { length: 400_000 },
      (_, line) => `C,tea,guest ${String(line)} of a long and only name,1.00\n`,
    );
    await site.choose({ name: 'many.csv', content: `${HEADER}${lines.join('')}` });
    await says(site, expected, /Load less at once/, /Out of Memory/);
    await hasSample(site);
    await loadsAgain(site);
  });

  fault('reader out of memory', async (expected) => {
    await site.openSample();
    await holdAt(site.page, 'next');
    await site.choose(OWN);
    await untilHeld(site.page);
    for (const worker of await workersOf(site.page, 'reading')) {
      await worker.evaluate(() => {
        const read = Blob.prototype.arrayBuffer;
        Blob.prototype.arrayBuffer = () =>
          Promise.reject(new RangeError('Array buffer allocation failed'));
        Object.assign(globalThis, { readAgain: () => (Blob.prototype.arrayBuffer = read) });
      });
    }
    await release(site.page);
    await says(site, expected, /Array buffer allocation failed/);
    await hasSample(site);
    for (const worker of await workersOf(site.page, 'reading')) {
      await worker.evaluate(() => {
        (globalThis as unknown as { readAgain: () => void }).readAgain();
      });
    }
    await loadsAgain(site);
  });
});
