import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { CHROMIUM_ARGUMENTS } from '../../tools/chromium.mjs';

const TIMEOUT_MS = Number(process.env['BROWSER_TIMEOUT_MS'] ?? 8 * 60_000);

/** Test pages live only for seconds, so optimised WebAssembly does not pay off. */
const BASELINE_COMPILER = '--js-flags=--liftoff-only';

const VIEWPORT = { width: 1280, height: 720 };

export type Phase = 'idle' | 'working' | 'mapping' | 'ready' | 'failed';

export interface Upload {
  readonly name: string;
  readonly content: string | Buffer;
}

export interface SiteOptions {
  /** Opens a new profile for each test and leaves the navigation to the test. */
  readonly fresh?: boolean;
  /** Bypasses the page's policies, so that a test can add scripts and styles. */
  readonly withoutPolicies?: boolean;
  readonly withServiceWorker?: boolean;
  /**
   * The URL of the page, if it is not on the server that tests share. The page is closed after the
   * last test.
   */
  readonly url?: () => string;
}

/**
 * Provides a page for the tests of a file or of a `describe`.
 *
 * By default, all tests in a Vitest worker share one page, which opens once with the sample. Before
 * each test, dialogs, picks, sorting, stored values, viewport and media are reset. The files on
 * screen stay until the test calls `choose` or `load`; `show` keeps them if they are the same. After
 * a failed test, the page opens again.
 *
 * With `fresh`, each test gets a new profile and an empty page. Tests of visits, storage, the lock,
 * offline use and faults need it.
 *
 * After each test, the harness checks that there was no request to another origin, no error and no
 * policy violation.
 */
export function useSite(options: SiteOptions = {}): Site {
  const isOwn = options.fresh === true || options.url !== undefined;
  const site = isOwn ? new Site(options) : sharedSite(options);
  beforeAll(() => site.launch());
  beforeEach(() => site.startTest());
  afterEach(({ task }) => site.endTest(task.result?.state === 'fail'));
  afterAll(() => site.endFile());
  return site;
}

/** State that test files share if Vitest does not isolate them. */
interface SharedByFiles {
  browser: Promise<Browser> | null;
  readonly sites: Map<string, Site>;
}
const shared = ((globalThis as { dishboardTests?: SharedByFiles }).dishboardTests ??= {
  browser: null,
  sites: new Map(),
});

function sharedSite(options: SiteOptions): Site {
  const key = JSON.stringify(options);
  const site = shared.sites.get(key) ?? new Site(options);
  shared.sites.set(key, site);
  return site;
}

/** Opens one browser per process. Playwright closes it when the process ends. */
function openBrowser(): Promise<Browser> {
  return (shared.browser ??= chromium.launch({
    executablePath: inject('chromiumPath'),
    args: [...CHROMIUM_ARGUMENTS, BASELINE_COMPILER],
    timeout: TIMEOUT_MS,
  }));
}

export class Site {
  #browser: Browser | null = null;
  #context: BrowserContext | null = null;
  #page: Page | null = null;
  /**
   * The requested addresses since the last check, or since the start of the test with a fresh
   * profile.
   */
  readonly requests: string[] = [];
  readonly errors: string[] = [];
  /**
   * Policy violations in the page, such as `connect-src http://…`. A worker's violations are in
   * `errors`.
   */
  readonly violations: string[] = [];
  /** Errors that a test provokes. */
  expectedErrors: RegExp[] = [];
  /** Violations that a test provokes. */
  expectedViolations: RegExp[] = [];
  /** Other origins that a test sends requests to. */
  expectedOrigins: string[] = [];
  /** The address of the site for one test. */
  ownUrl: string | null = null;
  readonly #options: SiteOptions;
  #hasRequested = false;
  #hasChosen = false;
  /** The files of the last `show`, or null if the test has chosen other files since. */
  #shown: string | null = null;

  constructor(options: SiteOptions = {}) {
    this.#options = options;
  }

  get url(): string {
    return this.ownUrl ?? this.#options.url?.() ?? inject('siteUrl');
  }

  get page(): Page {
    if (!this.#page) throw new Error('the page is open only while a test runs');
    return this.#page;
  }

  get #isShared(): boolean {
    return this.#options.fresh !== true;
  }

  async launch(): Promise<void> {
    this.#browser = await openBrowser();
    if (!this.#isShared) return;
    this.#hasChosen = false;
    if (!this.#page) {
      await this.#boot();
      return;
    }
    await this.tidy();
    const openConsole = this.page.locator('.console header button[aria-expanded="true"]');
    if ((await openConsole.count()) > 0) await openConsole.click();
  }

  /** Checks what a shared page has reported after its last test. */
  async endFile(): Promise<void> {
    if (this.#page) this.#check();
    if (this.#options.url) await this.#closeContext();
  }

  async startTest(): Promise<void> {
    this.#hasChosen = false;
    if (!this.#isShared) await this.#openContext();
    else if (this.#page) await this.tidy();
    else await this.#boot();
  }

  async endTest(hasFailed = false): Promise<void> {
    // Waits for pending events of a shared page, so that they do not count for the next test.
    if (this.#isShared) await this.#page?.evaluate(() => undefined).catch(() => undefined);
    if (!this.#isShared || hasFailed) await this.#closeContext();
    try {
      this.#check();
    } catch (error) {
      await this.#closeContext();
      throw error;
    } finally {
      this.#forget();
    }
  }

  async #boot(): Promise<void> {
    await this.#openContext();
    await this.open();
    await this.waitFor('ready');
  }

  async #openContext(): Promise<void> {
    this.#hasRequested = false;
    this.#context =
      (await this.#browser?.newContext({
        acceptDownloads: true,
        viewport: VIEWPORT,
        bypassCSP: this.#options.withoutPolicies ?? false,
        serviceWorkers: this.#options.withServiceWorker ? 'allow' : 'block',
      })) ?? null;
    this.#context?.setDefaultTimeout(TIMEOUT_MS);
    await this.#context?.exposeFunction('reportViolation', (violation: string) => {
      this.violations.push(violation);
    });
    await this.#context?.addInitScript(() => {
      const { reportViolation } = globalThis as unknown as {
        reportViolation: (violation: string) => void;
      };
      document.addEventListener('securitypolicyviolation', (event) => {
        reportViolation(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    this.#context?.on('request', (request) => {
      this.#hasRequested = true;
      this.requests.push(request.url());
    });
    this.#page = (await this.#context?.newPage()) ?? null;
    this.page.on('pageerror', (error) => this.errors.push(String(error)));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  async #closeContext(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
    this.#page = null;
  }

  /** Throws if there was an unexpected request, error or violation. */
  #check(): void {
    const { origin } = new URL(this.url);
    expect(this.#hasRequested).toBe(true);
    const known = [origin, ...this.expectedOrigins];
    const elsewhere = this.requests.filter((url) => !known.includes(new URL(url).origin));
    expect(elsewhere).toEqual([]);
    const unexpected = (found: readonly string[], expected: readonly RegExp[]) =>
      found.filter((each) => !expected.some((known) => known.test(each)));
    expect(unexpected(this.errors, this.expectedErrors)).toEqual([]);
    expect(unexpected(this.violations, this.expectedViolations)).toEqual([]);
  }

  #forget(): void {
    this.requests.length = 0;
    this.errors.length = 0;
    this.violations.length = 0;
    this.expectedErrors = [];
    this.expectedViolations = [];
    this.expectedOrigins = [];
    this.ownUrl = null;
  }

  /** Resets dialogs, the view in the address, storage, viewport and media, but not the files. */
  async tidy(): Promise<void> {
    if (!(await this.#isOnSite())) {
      await this.#closeContext();
      await this.#boot();
      return;
    }
    await this.page.setViewportSize(VIEWPORT);
    await this.page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null });
    const cancel = this.page.getByRole('button', { name: 'Cancel', exact: true });
    for (let tries = 0; tries < 5 && (await this.#isBusy()); tries += 1) {
      if ((await this.page.locator('dialog').count()) > 0) await this.page.keyboard.press('Escape');
      else if ((await cancel.count()) > 0) await cancel.click();
      else await this.#settle();
    }
    const dismiss = this.page.locator('.failure').getByRole('button', { name: 'Dismiss' });
    if ((await dismiss.count()) > 0) await dismiss.click();
    await this.page.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLElement>('#hide-guests, #remember'))
        if (box.matches(':checked')) box.click();
      localStorage.clear();
      sessionStorage.clear();
      if (location.hash !== '') location.hash = '';
    });
    await this.#settle();
  }

  /**
   * Removes all order files and cost lists on screen. The sample stays, because it cannot be
   * removed.
   */
  async clear(): Promise<void> {
    if ((await this.page.locator('section.receipt [aria-label^="Remove "]').count()) > 1) {
      // Each removal reads all remaining files again, so one small file replaces them first.
      const content = 'restaurant_names,food_names,first_name,food_cost\nA,tea,Bob,1\n';
      this.#hasChosen = true;
      await this.load({ name: 'placeholder.csv', content });
    }
    const removals = this.page.locator('main').getByRole('button', { name: /^Remove \S/ });
    while ((await removals.count()) > 0) {
      await removals.first().click();
      await this.#settle();
    }
  }

  /** Waits until loads, picks and the masking of names are finished. */
  async #settle(): Promise<void> {
    await this.page.waitForFunction(
      () =>
        document.body.dataset['phase'] !== 'working' &&
        document.querySelector('[data-report][aria-busy="true"]') === null,
    );
  }

  /** Returns false if a test has navigated away from the site. */
  #isOnSite(): Promise<boolean> {
    return this.#phase().then((phase) => phase !== undefined);
  }

  async #isBusy(): Promise<boolean> {
    return (await this.#phase()) === 'working' || (await this.page.locator('dialog').count()) > 0;
  }

  #phase(): Promise<string | undefined> {
    return this.page.evaluate(() => document.body.dataset['phase']);
  }

  async open(): Promise<void> {
    await this.page.goto(this.url);
  }

  /**
   * Shows the sample's reports. With a fresh profile it opens the site, and a shared page loads the
   * sample only if it shows other files.
   */
  async openSample(): Promise<void> {
    if (!this.#isShared) await this.open();
    else if ((await this.page.getByText('Sample data', { exact: true }).count()) === 0) {
      await this.clear();
      await this.page.getByRole('button', { name: 'Look at the sample' }).click();
    }
    await this.waitFor('ready');
  }

  async waitFor(phase: Phase): Promise<void> {
    await this.page.waitForSelector(`body[data-phase="${phase}"]`);
  }

  async choose(...files: Upload[]): Promise<void> {
    await this.#prepareForFiles();
    await this.page.getByLabel('Choose CSV files').setInputFiles(
      files.map(({ name, content }) => ({
        name,
        mimeType: 'text/csv',
        buffer: Buffer.from(content as string),
      })),
    );
  }

  /** Chooses files, accepts the proposed answers, and waits for the reports. */
  load(...files: Upload[]): Promise<void> {
    return this.settled(() => this.choose(...files));
  }

  /** Loads files, unless an earlier test has loaded the same ones and they are still on screen. */
  async show(...files: Upload[]): Promise<void> {
    const wanted = JSON.stringify(files.map(({ name, content }) => [name, String(content)]));
    const name = this.page.locator('section.receipt .name');
    const isThere =
      this.#shown === wanted &&
      (await this.#phase()) === 'ready' &&
      (await name.allTextContents()).join() === files.map((file) => file.name).join(', ');
    if (!isThere) await this.load(...files);
    this.#hasChosen = true;
    this.#shown = wanted;
  }

  /**
   * Runs an action that leads to new reports, accepts the proposed answers, and waits for the
   * reports.
   */
  async settled(act: () => Promise<void>): Promise<void> {
    await this.#prepareForFiles();
    const earlier = await this.#reportsReadyAt();
    await act();
    const accept = this.page.getByRole('button', { name: /^(Replace|Make the reports)$/ });
    for (;;) {
      const state = await this.page.waitForFunction((earlier) => {
        if (document.querySelector('dialog')) return 'asks';
        const [mark] = performance.getEntriesByName('dishboard:reports-ready');
        const isReady = document.body.dataset['phase'] === 'ready';
        return isReady && (mark?.startTime ?? 0) > earlier && 'ready';
      }, earlier);
      if ((await state.jsonValue()) === 'ready') return;
      const dialog = await this.page.$('dialog');
      await accept.click();
      await dialog?.waitForElementState('hidden');
    }
  }

  async #prepareForFiles(): Promise<void> {
    if (this.#isShared && !this.#hasChosen) await this.clear();
    this.#hasChosen = true;
    this.#shown = null;
  }

  #reportsReadyAt(): Promise<number> {
    return this.page.evaluate(
      () => performance.getEntriesByName('dishboard:reports-ready')[0]?.startTime ?? 0,
    );
  }

  /**
   * Records the progress texts with the number of records read, because a test could miss the short
   * ones.
   */
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

  /** Holds back the requests to readers until the returned function is called, so that a load stays pending. */
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
        release: () => {
          Worker.prototype.postMessage = post;
          for (const send of held) send();
        },
      });
    });
    return () =>
      this.page.evaluate(() => {
        (globalThis as unknown as { release: () => void }).release();
      });
  }

  /** Picks one restaurant or all, and waits until the reports are updated. */
  async pick(option: { label: string } | { index: number }): Promise<void> {
    const questions = () => this.page.locator('[data-report] h2').allTextContents();
    const before = await questions();
    await this.page.getByLabel('Restaurant', { exact: true }).selectOption(option);
    await expect.poll(questions).not.toEqual(before);
    await expect.poll(() => this.page.locator('[data-report][aria-busy="true"]').count()).toBe(0);
  }

  /** Drops files or folders from the disk, with the browser's own drag and drop. */
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

  /**
   * The cell texts of a report's tables by row, with the header rows but without notes such as
   * "tied".
   */
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
