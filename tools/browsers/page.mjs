// @ts-check
/** The tour's operations on the page, such as press, load and download, for every browser. */
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

  /**
   * @param {Driver} driver
   * @param {string} downloads the folder in which the browser saves downloads
   * @param {string | null} shots the path prefix of screenshots, or null for no screenshots
   */
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

  /**
   * The errors and policy violations in the page since it was opened.
   * @returns {Promise<string[]>}
   */
  async faults() {
    const seen = await this.look(
      () =>
        /** @type {{ tourFaults: string[] }} */ (/** @type {unknown} */ (globalThis)).tourFaults,
      null,
    );
    return [...this.#driver.errors, ...seen];
  }

  /**
   * Runs a function in the page and returns its result.
   * @template A, R
   * @param {(argument: A) => R} run
   * @param {A} argument
   * @returns {Promise<R>}
   */
  look(run, argument) {
    return this.#driver.evaluate(run, argument);
  }

  /**
   * Runs a function in the page again and again until it returns a truthy value, and returns that
   * value. Throws an Error after PATIENCE_MS.
   * @template A, R
   * @param {string} what names the awaited thing in the error message
   * @param {(argument: A) => R} run
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
   * Clicks a control like a user, as soon as the control exists, is enabled and no longer moves.
   * @param {string} name the control's `aria-label`, or its text if it has no label
   * @param {string} [within] selector of an element that contains the control
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
   * Sets the value of a field and dispatches an event, as if a user had chosen or typed the value.
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

  /** @returns {Promise<number>} the time at which the displayed reports were ready, in ms */
  #readyAt() {
    return this.look(
      () => performance.getEntriesByName('dishboard:reports-ready')[0]?.startTime ?? 0,
      null,
    );
  }

  /**
   * Calls `act` and waits for the new reports. If the page asks about the file in a dialog, this
   * confirms the dialog.
   * @param {() => Promise<void>} act
   * @param {() => Promise<void>} [answer] changes the answers in the dialog before it is confirmed
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

  /** @returns {Promise<string>} the text of the button that confirms the open dialog */
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

  /** @param {string[]} files paths @param {() => Promise<void>} [answer] as in `settled` */
  load(files, answer) {
    return this.settled(() => this.#driver.setFiles(files), answer);
  }

  /** @param {string[]} files */
  choose(files) {
    return this.#driver.setFiles(files);
  }

  /**
   * Drops a file on the page, by synthetic events because not every driver can drop files.
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
   * Presses a button and waits for the download.
   * @param {string} button the button's name
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

  /**
   * The name of the saved file, or undefined while the browser still writes to a temporary file.
   * @returns {string | undefined}
   */
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
    // Gives the browser time to draw the page at the new size.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await this.#driver.screenshot(`${this.#shots}-${name}.png`);
  }
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
