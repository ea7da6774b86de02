import { afterAll, expect, test } from 'vitest';
import type { Page, Worker } from 'playwright-core';
import type { Site, Upload } from '../site';
import { FAULTS, type Fault, type FaultName } from './list';

export const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';

/** The file that is loaded after a fault. Two of its records are kept, and one is rejected. */
const AFTER: Upload = {
  name: 'after.csv',
  content: `${HEADER}A,tea,Bob,1.50\nA,soup,Ann,2.00\nB,tea,Cy,free\n`,
};

/** Registers one test for each fault, and prints the outcomes at the end of the file. */
export function useFaults(): (name: FaultName, run: (fault: Fault) => Promise<void>) => void {
  const outcomes: string[] = [];
  afterAll(() => {
    console.log(`\nFaults survived:\n${outcomes.join('\n')}\n`);
  });
  return (name, run) => {
    const fault: Fault = FAULTS[name];
    test(`${name}: ${fault.happens}`, async () => {
      await run(fault);
      outcomes.push(`✓ ${fault.happens}: ${fault.says ?? 'nothing said'} → ${fault.wayOn}`);
    });
  };
}

/** Loads `AFTER` and checks its reports. */
export async function loadsAgain(site: Site): Promise<void> {
  await site.load(AFTER);
  expect(await site.receipt()).toEqual({ read: 3, kept: 2, rejected: 1 });
  expect(await site.tableRows('restaurant_stats')).toEqual([
    ['Restaurant', 'Customers', 'Revenue'],
    ['A', '2', '3.50'],
  ]);
  expect(await site.page.getByRole('alert').count()).toBe(0);
}

export async function hasSample(site: Site): Promise<void> {
  expect(await site.receipt()).toEqual({ read: 150_000, kept: 150_000, rejected: 0 });
  expect(await site.tableRows('restaurant_stats')).toHaveLength(5);
}

/**
 * Waits until the page shows the fault's sentence, and checks that it also shows the other texts.
 */
export async function says(
  site: Site,
  { says: sentence }: Fault,
  ...more: readonly (string | RegExp)[]
): Promise<void> {
  await site.page.getByRole('alert').filter({ hasText: sentence! }).waitFor();
  const text = await site.page.locator('.failure').textContent();
  for (const each of more) expect(text).toMatch(each);
}

/** Makes time-outs of exactly this length ten times shorter, in this page and in pages opened later. */
export async function hasten(page: Page, milliseconds: number): Promise<void> {
  const hurry = (patience: number) => {
    const wait = setTimeout;
    const wrapped = (act: () => void, delay = 0, ...given: unknown[]) =>
      wait(act, delay === patience ? delay / 10 : delay, ...given);
    Object.assign(globalThis, { setTimeout: wrapped });
  };
  await page.addInitScript(hurry, milliseconds);
  await page.evaluate(hurry, milliseconds);
}

/** Tells whether messages to workers are held back, and sends them on. */
interface Holding {
  isHeld: boolean;
  release: () => void;
}

/**
 * Holds back a worker's messages, from the first message that contains `at`. It can be a type, such
 * as `inspect` or `next`, or part of a statement.
 */
export async function holdAt(page: Page, at: string): Promise<void> {
  await page.evaluate((text) => {
    const post = Worker.prototype.postMessage;
    const waiting: (() => void)[] = [];
    const holders = new WeakSet<Worker>();
    const said = (message: unknown) => {
      const { type = '', data } = message as { type?: string; data?: unknown };
      return [type, ...(Array.isArray(data) ? data : [])].filter(
        (each) => typeof each === 'string',
      );
    };
    const holding: Holding = {
      isHeld: false,
      release: () => {
        Worker.prototype.postMessage = post;
        for (const send of waiting) send();
      },
    };
    Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
      if (!holding.isHeld && said(message[0]).join(' ').includes(text)) {
        holders.add(this);
        holding.isHeld = true;
      }
      if (holders.has(this)) waiting.push(() => post.apply(this, message));
      else post.apply(this, message);
    };
    Object.assign(globalThis, { holding });
  }, at);
}

export async function untilHeld(page: Page): Promise<void> {
  await page.waitForFunction(() => (globalThis as unknown as { holding: Holding }).holding.isHeld);
}

export async function release(page: Page): Promise<void> {
  await page.evaluate(() => {
    (globalThis as unknown as { holding: Holding }).holding.release();
  });
}

/** The page's workers with an engine, or the workers without one. */
export async function workersOf(page: Page, which: 'engine' | 'reading'): Promise<Worker[]> {
  const found: Worker[] = [];
  for (const worker of page.workers()) {
    const hasEngine = await worker.evaluate(() => 'DUCKDB_RUNTIME' in globalThis);
    if (hasEngine === (which === 'engine')) found.push(worker);
  }
  return found;
}

/** Makes each worker throw an uncaught error. */
export async function kill(workers: readonly Worker[]): Promise<void> {
  for (const worker of workers) {
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('thrown by the test');
      });
    });
  }
}

export async function click(site: Site, name: string): Promise<void> {
  await site.page.getByRole('button', { name, exact: true }).click();
}
