// @ts-check
/** The page as the tour sees it, in whichever browser: looks until something is so, presses, loads, downloads. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const PATIENCE_MS = Number(process.env.BROWSER_TIMEOUT_MS ?? 240_000);
const PAUSE_MS = 100;
const MARKED = '[data-tour]';

/** @typedef {import('./engines/engine.mjs').Driver} Driver */

export class Page {
  /** @type {Driver} */
  #driver;
  /** @type {string} */
  #downloads;
  /** @type {string | null} */
  #shots;

  /** @param {Driver} driver @param {string} downloads the folder where they go @param {string | null} shots a prefix for pictures */
  constructor(driver, downloads, shots) {
    this.#driver = driver;
    this.#downloads = downloads;
    this.#shots = shots;
  }

  /** @param {string} url */
  async open(url) {
    await this.#driver.goto(url);
    this.#driver.errors.length = 0;
    await this.#driver.evaluate(() => {
      /** @type {string[]} */
      const faults = [];
      addEventListener('error', (event) => faults.push(String(event.message)));
      addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)));
      addEventListener('securitypolicyviolation', (event) => {
        faults.push(`${event.violatedDirective}: ${event.blockedURI}`);
      });
      Object.assign(globalThis, { tourFaults: faults });
      return null;
    }, null);
  }

  /** What was thrown or refused in the page since it was opened. @returns {Promise<string[]>} */
  async faults() {
    const seen = await this.look(
      () =>
        /** @type {{ tourFaults: string[] }} */ (/** @type {unknown} */ (globalThis)).tourFaults,
      null,
    );
    return [...this.#driver.errors, ...seen];
  }

  /**
   * @template A, R
   * @param {(argument: A) => R} run in the page
   * @param {A} argument
   * @returns {Promise<R>}
   */
  look(run, argument) {
    return this.#driver.evaluate(run, argument);
  }

  /**
   * Looks until something is there.
   * @template A, R
   * @param {string} what for people
   * @param {(argument: A) => R} run in the page
   * @param {A} argument
   * @returns {Promise<Exclude<R, false | null | undefined | '' | 0>>}
   */
  async until(what, run, argument) {
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (;;) {
      const seen = await this.look(run, argument);
      if (seen) return /** @type {Exclude<R, false | null | undefined | '' | 0>} */ (seen);
      if (Date.now() > giveUpAt) throw new Error(`in vain: ${what}`);
      await pause();
    }
  }

  /**
   * Presses what has that name, as a hand does, once it is there, can be pressed and has come to rest.
   * @param {string} name the label, or else the text
   * @param {string} [within] a selector
   */
  async press(name, within = 'body') {
    await this.until(
      `${name} to press`,
      ([name = '', within = '']) => {
        const marked = /** @type {HTMLElement | null} */ (document.querySelector('[data-tour]'));
        const was = marked?.dataset.tour;
        marked?.removeAttribute('data-tour');
        const found = [
          ...document.querySelectorAll(`${within} :is(button, summary, input, a)`),
        ].find(
          (control) =>
            (control.getAttribute('aria-label') ?? control.textContent ?? '').trim() === name &&
            !(/** @type {HTMLButtonElement} */ (control).disabled),
        );
        if (!found) return false;
        const { x, y } = found.getBoundingClientRect();
        const place = `${x} ${y}`;
        found.setAttribute('data-tour', place);
        return marked === found && was === place;
      },
      [name, within],
    );
    await this.#driver.click(MARKED);
  }

  /** @param {string} selector */
  click(selector) {
    return this.#driver.click(selector);
  }

  /**
   * Chooses or types, as the page hears of it.
   * @param {string} selector @param {string} value @param {'input' | 'change'} event
   */
  async set(selector, value, event) {
    await this.until(
      selector,
      ([selector = '', value = '', event = '']) => {
        const field = /** @type {HTMLInputElement | null} */ (document.querySelector(selector));
        if (!field) return false;
        field.value = value;
        field.dispatchEvent(new Event(event, { bubbles: true }));
        return true;
      },
      [selector, value, event],
    );
  }

  /** @returns {Promise<number>} when the reports on screen were ready */
  #readyAt() {
    return this.look(
      () => performance.getEntriesByName('dishboard:reports-ready')[0]?.startTime ?? 0,
      null,
    );
  }

  /**
   * Does something that ends in other reports, and waits for them.
   * @param {() => Promise<void>} act
   * @param {() => Promise<void>} [answer] to the questions about the file; else they are answered as proposed
   */
  async settled(act, answer) {
    const before = await this.#readyAt();
    await act();
    const look = (/** @type {{ before: number, orAsked: boolean }} */ { before, orAsked }) => {
      const isAsked = document.querySelector('dialog[open]') !== null;
      const readyAt = performance.getEntriesByName('dishboard:reports-ready')[0]?.startTime ?? 0;
      const isReady = document.body.dataset.phase === 'ready' && readyAt > before;
      return orAsked && isAsked ? 'asked' : isReady && 'ready';
    };
    const outcome = await this.until('reports or a question', look, { before, orAsked: true });
    if (outcome === 'asked') {
      await answer?.();
      await this.press(await this.#mainAnswer(), 'dialog[open]');
    }
    await this.until('other reports', look, { before, orAsked: false });
  }

  /** @returns {Promise<string>} what goes on, of the buttons of an open dialog */
  #mainAnswer() {
    return this.until(
      'a way on',
      () =>
        [...document.querySelectorAll('dialog[open] button')]
          .map((button) => (button.textContent ?? '').trim())
          .find((text) => text === 'Replace' || text === 'Make the reports'),
      null,
    );
  }

  /** @param {string[]} files paths @param {() => Promise<void>} [answer] */
  load(files, answer) {
    return this.settled(() => this.#driver.setFiles(files), answer);
  }

  /** @param {string[]} files */
  choose(files) {
    return this.#driver.setFiles(files);
  }

  /**
   * A drop: no driver has the browser's own for all of them, so the page makes the event.
   * @param {string} name @param {string} content
   */
  drop(name, content) {
    return this.settled(() =>
      this.look(
        ([name = '', content = '']) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content], name, { type: 'text/csv' }));
          for (const type of ['dragenter', 'dragover', 'drop']) {
            const how = { dataTransfer, bubbles: true, cancelable: true };
            document.body.dispatchEvent(new DragEvent(type, how));
          }
        },
        [name, content],
      ),
    );
  }

  /**
   * @param {string} button
   * @returns {Promise<{ name: string, content: Buffer }>} the file as the browser saved it
   */
  async download(button) {
    for (const file of readdirSync(this.#downloads)) rmSync(path.join(this.#downloads, file));
    await this.press(button);
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (let size = -1; ;) {
      const name = this.#saved();
      const now = name === undefined ? -1 : statSync(path.join(this.#downloads, name)).size;
      if (name !== undefined && now > 0 && now === size) {
        return { name, content: readFileSync(path.join(this.#downloads, name)) };
      }
      if (Date.now() > giveUpAt) throw new Error(`in vain: ${button}`);
      size = now;
      await pause();
    }
  }

  /** The name of the one file that is there whole: browsers write beside it first. @returns {string | undefined} */
  #saved() {
    const files = readdirSync(this.#downloads);
    const isUnderWay = files.some((file) => /\.(part|wkdownload|crdownload)$/.test(file));
    return isUnderWay
      ? undefined
      : files.find((file) => existsSync(path.join(this.#downloads, file)));
  }

  /** @param {string} name @param {number} width @param {number} height */
  async shot(name, width, height) {
    if (this.#shots === null) return;
    await this.#driver.resize(width, height);
    // A frame or two for what is drawn.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await this.#driver.screenshot(`${this.#shots}-${name}.png`);
  }
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
