import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { CHROMIUM_ARGUMENTS } from '../../tools/chromium.mjs';

const TIMEOUT_MS = Number(process.env['BROWSER_TIMEOUT_MS'] ?? 8 * 60_000);

/** A test's page lives for seconds: what the engine is made of is not worth to be compiled twice. */
const SOON_OVER = '--js-flags=--liftoff-only';

export type Phase = 'idle' | 'working' | 'mapping' | 'ready' | 'failed';

export interface Upload {
  readonly name: string;
  readonly content: string | Buffer;
}

/**
 * One browser for the tests of a file, a fresh profile for each test. After each of them: nothing was
 * asked of another origin, nothing was thrown or logged as an error, and no policy was violated.
 * `withoutPolicies`: for what a test itself puts into the page. `isKept`: with the service worker, which
 * the other tests do without.
 */
export function useSite({ withoutPolicies = false, isKept = false } = {}): Site {
  const site = new Site({ withoutPolicies, isKept });
  beforeAll(() => site.launch());
  afterAll(() => site.close());
  beforeEach(() => site.openContext());
  afterEach(() => site.closeContext());
  return site;
}

export class Site {
  #browser: Browser | null = null;
  #context: BrowserContext | null = null;
  #page: Page | null = null;
  readonly requests: string[] = [];
  readonly errors: string[] = [];
  /** Of the page's policies: `connect-src http://…`. Workers tell of theirs as errors. */
  readonly violations: string[] = [];
  /** Errors that a test provokes. */
  expectedErrors: RegExp[] = [];
  /** Violations that a test provokes. */
  expectedViolations: RegExp[] = [];
  /** Origins that a test asks, or tries to. */
  expectedOrigins: string[] = [];
  /** Where the site is served for this test alone. */
  ownUrl: string | null = null;
  readonly #withoutPolicies: boolean;
  readonly #isKept: boolean;

  constructor({ withoutPolicies = false, isKept = false } = {}) {
    this.#withoutPolicies = withoutPolicies;
    this.#isKept = isKept;
  }

  get url(): string {
    return this.ownUrl ?? inject('siteUrl');
  }

  get page(): Page {
    if (!this.#page) throw new Error('the page is open only while a test runs');
    return this.#page;
  }

  async launch(): Promise<void> {
    this.#browser = await chromium.launch({
      executablePath: inject('chromiumPath'),
      args: [...CHROMIUM_ARGUMENTS, SOON_OVER],
      timeout: TIMEOUT_MS,
    });
  }

  async close(): Promise<void> {
    await this.#browser?.close();
  }

  async openContext(): Promise<void> {
    this.requests.length = 0;
    this.errors.length = 0;
    this.violations.length = 0;
    this.expectedErrors = [];
    this.expectedViolations = [];
    this.expectedOrigins = [];
    this.ownUrl = null;
    this.#context =
      (await this.#browser?.newContext({
        acceptDownloads: true,
        bypassCSP: this.#withoutPolicies,
        serviceWorkers: this.#isKept ? 'allow' : 'block',
      })) ?? null;
    this.#context?.setDefaultTimeout(TIMEOUT_MS);
    await this.#context?.exposeFunction('tellViolation', (violation: string) => {
      this.violations.push(violation);
    });
    await this.#context?.addInitScript(() => {
      const { tellViolation } = globalThis as unknown as {
        tellViolation: (violation: string) => void;
      };
      document.addEventListener('securitypolicyviolation', (event) => {
        tellViolation(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    this.#context?.on('request', (request) => this.requests.push(request.url()));
    this.#page = (await this.#context?.newPage()) ?? null;
    this.page.on('pageerror', (error) => this.errors.push(String(error)));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  async closeContext(): Promise<void> {
    await this.#context?.close();
    const { origin } = new URL(this.url);
    expect(this.requests.length).toBeGreaterThan(0);
    const known = [origin, ...this.expectedOrigins];
    const elsewhere = this.requests.filter((url) => !known.includes(new URL(url).origin));
    expect(elsewhere).toEqual([]);
    const unexpected = (found: readonly string[], expected: readonly RegExp[]) =>
      found.filter((each) => !expected.some((known) => known.test(each)));
    expect(unexpected(this.errors, this.expectedErrors)).toEqual([]);
    expect(unexpected(this.violations, this.expectedViolations)).toEqual([]);
  }

  async open(): Promise<void> {
    await this.page.goto(this.url);
  }

  /** The first visit, up to the sample's reports. */
  async openSample(): Promise<void> {
    await this.open();
    await this.waitFor('ready');
  }

  async waitFor(phase: Phase): Promise<void> {
    await this.page.waitForSelector(`body[data-phase="${phase}"]`);
  }

  async choose(...files: Upload[]): Promise<void> {
    await this.page.getByLabel('Choose CSV files').setInputFiles(
      files.map(({ name, content }) => ({
        name,
        mimeType: 'text/csv',
        buffer: Buffer.from(content as string),
      })),
    );
  }

  /** Chooses files, answers what is asked as it is proposed, and waits for their own reports. */
  load(...files: Upload[]): Promise<void> {
    return this.settled(() => this.choose(...files));
  }

  /** Does something that ends in other reports, answers what is asked as it is proposed, and waits for them. */
  async settled(act: () => Promise<void>): Promise<void> {
    const before = await this.#reportsReadyAt();
    await act();
    const isThere = ({ earlier, orAsked }: { earlier: number; orAsked: boolean }) =>
      (orAsked && document.querySelector('dialog') !== null) ||
      (document.body.dataset['phase'] === 'ready' &&
        (performance.getEntriesByName('dishboard:reports-ready')[0]?.startTime ?? 0) > earlier);
    await this.page.waitForFunction(isThere, { earlier: before, orAsked: true });
    if ((await this.page.locator('dialog').count()) > 0) {
      await this.page.getByRole('button', { name: /^(Replace|Make the reports)$/ }).click();
    }
    await this.page.waitForFunction(isThere, { earlier: before, orAsked: false });
  }

  #reportsReadyAt(): Promise<number> {
    return this.page.evaluate(
      () => performance.getEntriesByName('dishboard:reports-ready')[0]?.startTime ?? 0,
    );
  }

  /** Notes what the page says of its progress, and the records on screen meanwhile: some of it is gone before a test can look. */
  async watchProgress(): Promise<() => Promise<{ text: string; read: number }[]>> {
    await this.page.evaluate(() => {
      const seen: { text: string; read: number }[] = [];
      Object.assign(globalThis, { progressSeen: seen });
      new MutationObserver(() => {
        const progress = document.querySelector<HTMLElement>('[aria-label="Progress"]');
        const read = document.querySelector<HTMLElement>('[data-receipt="read"]');
        const text = progress?.innerText ?? '';
        if (text && seen.at(-1)?.text !== text)
          seen.push({ text, read: Number(read?.dataset['value']) });
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    return () =>
      this.page.evaluate(
        () =>
          (globalThis as unknown as { progressSeen: { text: string; read: number }[] })
            .progressSeen,
      );
  }

  /** Holds what is asked of a reader until it is let go: the load stays under way as long as a test needs. */
  async holdReading(): Promise<() => Promise<void>> {
    await this.page.evaluate(() => {
      const held: (() => void)[] = [];
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
        const { type } = message[0] as { type?: string };
        if (type === 'open' || type === 'next') held.push(() => post.apply(this, message));
        else post.apply(this, message);
      };
      Object.assign(globalThis, {
        letGo: () => {
          Worker.prototype.postMessage = post;
          for (const send of held) send();
        },
      });
    });
    return () =>
      this.page.evaluate(() => {
        (globalThis as unknown as { letGo: () => void }).letGo();
      });
  }

  /** Picks another restaurant, or all, and waits until the reports are about it. */
  async pick(option: { label: string } | { index: number }): Promise<void> {
    const questions = () => this.page.locator('[data-report] h2').allTextContents();
    const before = await questions();
    await this.page.getByLabel('Restaurant', { exact: true }).selectOption(option);
    await expect.poll(questions).not.toEqual(before);
    await expect.poll(() => this.page.locator('[data-report][aria-busy="true"]').count()).toBe(0);
  }

  /** A real drop, by the browser's own drag and drop, of files or folders on the disk. */
  async drop(paths: string[], at = { x: 400, y: 300 }): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...at, data });
    }
  }

  async download(button: string): Promise<{ name: string; content: Buffer }> {
    const arriving = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: button, exact: true }).click();
    const download = await arriving;
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  }

  async receipt(): Promise<Record<'read' | 'kept' | 'rejected', number>> {
    const value = async (name: string) =>
      Number(await this.page.locator(`[data-receipt="${name}"]`).getAttribute('data-value'));
    return {
      read: await value('read'),
      kept: await value('kept'),
      rejected: await value('rejected'),
    };
  }

  /** The texts of a report's tables, row by row, heads included; what is said of a lead is no part of them. */
  async tableRows(report: string): Promise<string[][]> {
    const rows = this.page.locator(`section[data-report="${report}"] table tr`);
    const cells = await rows.evaluateAll((found) =>
      found.map((row) =>
        [...row.children].map((cell) => {
          const own = cell.cloneNode(true) as Element;
          for (const verdict of own.querySelectorAll('[data-verdict]')) verdict.remove();
          return (own.textContent ?? '').trim();
        }),
      ),
    );
    return cells;
  }
}
