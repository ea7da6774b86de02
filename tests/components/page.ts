import {
  chromium,
  type Browser,
  type BrowserContext,
  type Download,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Phase } from '../browser/site';
import { FIXTURES, type FixtureName, type Upload } from './fixtures';
import type { MountOptions } from './harness/main';
import { readRecordings, type Recording, type Recordings } from './recordings';

const TIMEOUT_MS = 5 * 60_000;
const VIEWPORT = { width: 1280, height: 720 };

interface Harness {
  mountPage(options: MountOptions): Promise<void>;
  addRecording(recording: Recording): void;
}

/**
 * Opens one page for the tests of a file. Each test mounts the components again, with empty storage
 * and at a desktop's width. After each test, the harness checks that there was no error and no
 * request to another origin.
 */
export function useComponents(): Components {
  const components = new Components();
  beforeAll(() => components.open());
  afterAll(() => components.close());
  afterEach(() => components.verifyAndReset());
  return components;
}

export class Components {
  #browser: Browser | null = null;
  #page: Page | null = null;
  #recordings: Recordings | null = null;
  readonly #known = new Set<FixtureName>();
  readonly #requests: string[] = [];
  readonly #errors: string[] = [];

  get page(): Page {
    if (!this.#page) throw new Error('the page is open only while tests run');
    return this.#page;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  get url(): string {
    return inject('harnessUrl');
  }

  async open(): Promise<void> {
    this.#recordings = readRecordings(inject('recordingsFile'));
    this.#browser = await chromium.connect(inject('browserEndpoint'));
    const context = await this.#browser.newContext({ acceptDownloads: true, viewport: VIEWPORT });
    context.on('request', (request) => this.#requests.push(request.url()));
    context.setDefaultTimeout(TIMEOUT_MS);
    this.#page = await context.newPage();
    this.page.on('pageerror', (error) => this.#errors.push(String(error)));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
    await this.page.goto(this.url);
  }

  async close(): Promise<void> {
    await this.#browser?.close();
  }

  async verifyAndReset(): Promise<void> {
    const { origin } = new URL(this.url);
    const elsewhere = this.#requests.filter(
      (url) => !url.startsWith('blob:') && new URL(url).origin !== origin,
    );
    const errors = [...this.#errors];
    this.#requests.length = 0;
    this.#errors.length = 0;
    // Removes a fake clipboard. The real one is a property of the prototype, so it stays.
    await this.page.evaluate(() => Reflect.deleteProperty(navigator, 'clipboard'));
    await this.page.emulateMedia({ media: null, colorScheme: null, contrast: null });
    await this.page.setViewportSize(VIEWPORT);
    expect(elsewhere).toEqual([]);
    expect(errors).toEqual([]);
  }

  /** Mounts the page as at a first visit, with a fixture as the sample. */
  async mountSample(name: FixtureName = 'week', options: { isNextVisit?: boolean } = {}) {
    await this.know(name);
    await this.#mount({ ...options, opensWith: name });
    await this.waitFor('ready');
  }

  /** Mounts the page, loads a fixture as a person does, and accepts all proposals. */
  async mountLoaded(name: FixtureName): Promise<void> {
    await this.know(name);
    await this.#mount({ opensWith: null, loads: name });
    await this.page.waitForSelector('body[data-phase="ready"], dialog');
    if ((await this.page.getByRole('dialog').count()) > 0) {
      await this.button('Make the reports').click();
    }
    await this.waitFor('ready');
  }

  /** Mounts the page with an engine that never arrives. */
  async mountWithoutEngine(): Promise<void> {
    await this.#mount({ opensWith: 'nothing' });
  }

  /**
   * Lets the page load these fixtures. Each recording is sent only once to a page, because some are
   * large.
   */
  async know(...names: FixtureName[]): Promise<void> {
    for (const name of names.filter((each) => !this.#known.has(each))) {
      this.#known.add(name);
      await this.page.evaluate((recording) => {
        (globalThis as unknown as { harness: Harness }).harness.addRecording(recording);
      }, this.#recordings![name]);
    }
  }

  async waitFor(phase: Phase): Promise<void> {
    await this.page.waitForSelector(`body[data-phase="${phase}"]`);
  }

  async choose(...files: Upload[]): Promise<void> {
    await this.page.getByLabel('Choose CSV files').setInputFiles(
      files.map(({ name, content }) => ({
        name,
        mimeType: 'text/csv',
        buffer: Buffer.from(content),
      })),
    );
  }

  async chooseFixture(name: FixtureName): Promise<void> {
    await this.know(name);
    await this.choose(...FIXTURES[name]());
  }

  report(name: string) {
    return this.page.locator(`section[data-report="${name}"]`);
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  figure(title: string) {
    return this.page.getByRole('figure', { name: title, exact: true });
  }

  /** Picks a restaurant and waits until all reports are about it. */
  async pick(option: { label: string } | { index: number }): Promise<void> {
    const questions = () => this.page.locator('[data-report] h2').allTextContents();
    const before = await questions();
    await this.page.getByLabel('Restaurant', { exact: true }).selectOption(option);
    await expect.poll(questions).not.toEqual(before);
    await expect.poll(() => this.page.locator('[data-report][aria-busy="true"]').count()).toBe(0);
  }

  /**
   * The cell texts of a report's tables by row, with the header rows but without notes such as
   * "tied".
   */
  async tableRows(report: string): Promise<string[][]> {
    return this.report(report)
      .locator('table tr')
      .evaluateAll((found) =>
        found.map((row) =>
          [...row.children].map((cell) => {
            const own = cell.cloneNode(true) as Element;
            for (const verdict of own.querySelectorAll('[data-verdict]')) verdict.remove();
            return (own.textContent ?? '').trim();
          }),
        ),
      );
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

  async download(button: string): Promise<{ name: string; content: Buffer }> {
    const arriving = this.page.waitForEvent('download');
    await this.button(button).click();
    const download = await arriving;
    return { name: download.suggestedFilename(), content: await contentOf(download) };
  }

  /**
   * Changes theme and language by the address, as the back button does, so that open panels stay
   * open.
   */
  async look(changed: { theme?: string; language?: string }): Promise<void> {
    await this.page.evaluate((own) => {
      const parts = new URLSearchParams(location.hash.slice(1));
      for (const [name, value] of Object.entries(own)) parts.set(name, value);
      history.replaceState(history.state, '', `#${parts.toString()}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, changed);
    const { theme, language } = changed;
    const selectors = [
      language ? `[lang="${language}"]` : '',
      theme ? `[data-theme="${theme === 'dark' ? 'dark' : 'light'}"]` : '',
      theme ? `[data-contrast="${theme === 'contrast' ? 'more' : 'normal'}"]` : '',
    ];
    await this.page.locator(`html${selectors.join('')}`).waitFor();
  }

  /** Resets the address, as if a person opened the site by its plain address. */
  async forgetAddress(): Promise<void> {
    await this.page.evaluate(() => {
      history.replaceState(null, '', location.pathname);
    });
  }

  /** Replaces the clipboard until the end of the test. */
  async replaceClipboard(by: 'none' | 'refusing'): Promise<void> {
    await this.page.evaluate((kind) => {
      const refusing = { writeText: () => Promise.reject(new Error('no')) };
      Object.defineProperty(navigator, 'clipboard', {
        value: kind === 'none' ? undefined : refusing,
        configurable: true,
      });
    }, by);
  }

  /**
   * Makes storage throw on each access, or only on writing. Returns a function that allows access
   * again.
   */
  async denyStorage(denied: 'reading' | 'writing'): Promise<() => Promise<void>> {
    await this.page.evaluate((what) => {
      const refuse = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      const { setItem } = Storage.prototype;
      const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!;
      if (what === 'reading') {
        Object.defineProperty(globalThis, 'localStorage', { get: refuse, configurable: true });
      } else {
        Storage.prototype.setItem = refuse;
      }
      Object.assign(globalThis, {
        allowStorage: () => {
          Object.defineProperty(globalThis, 'localStorage', own);
          Storage.prototype.setItem = setItem;
        },
      });
    }, denied);
    return () =>
      this.page.evaluate(() => {
        (globalThis as unknown as { allowStorage: () => void }).allowStorage();
      });
  }

  /** Whether the page scrolls sideways. */
  isWiderThanViewport(): Promise<boolean> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
  }

  async #mount(options: MountOptions): Promise<void> {
    await this.page.evaluate(
      (own) => (globalThis as unknown as { harness: Harness }).harness.mountPage(own),
      options,
    );
  }
}

/** Reads a download as a stream, because a browser in another process gives no path. */
export async function contentOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
