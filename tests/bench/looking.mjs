// @ts-check
/** Measures actions on reports, from the click to the paint of the result. */
import { withBrowser } from './browser.mjs';
import { clear, load, openDishboard } from './page.mjs';

/** The number of measured actions of each kind. The actions of a kind are repeated in turn. */
const REPETITIONS = 12;

/**
 * @typedef {object} Act an action in the page
 * @property {string} target selector of the control
 * @property {string | null} [value] to choose or type; without it the control is clicked
 * @property {string} done selector of an element that appears when the action is done
 * @property {string} [gone] selector of elements that must be gone by then
 */

const CUSTOMERS = 'section[data-report="customer_stats"]';
const NAMES = `${CUSTOMERS} th[data-column="first_name"]`;
const AT_REST = `${CUSTOMERS} [aria-busy="false"]`;
const PICKER = '#restaurant';
const SEARCH = `${CUSTOMERS} input[type="search"]`;
const CHIP = '.chip';
const POPULAR = 'section[data-report="popular_dishes"] table';
const BEHIND = '[data-report][aria-busy="true"]';

/** Reads a whole rollup and returns few rows. */
const QUERY = `select restaurant, count(customer) as customers, sum(revenue) as revenue
from customer_visits group by restaurant order by revenue desc`;

/** @type {Readonly<Record<'sort' | 'find' | 'query' | 'pick' | 'pickAll', readonly Act[]>>} */
const ACTS = {
  sort: [
    {
      target: `${NAMES} button`,
      done: `${AT_REST} th[data-column="first_name"][aria-sort="ascending"]`,
    },
    {
      target: `${NAMES} button`,
      done: `${AT_REST} th[data-column="first_name"][aria-sort="descending"]`,
    },
    { target: `${NAMES} button`, done: `${AT_REST} th[data-column="first_name"]:not([aria-sort])` },
  ],
  find: [
    {
      target: SEARCH,
      value: 'ab',
      done: `${AT_REST} tbody`,
      gone: `${CUSTOMERS} [aria-busy="true"]`,
    },
    {
      target: SEARCH,
      value: '',
      done: `${AT_REST} tbody`,
      gone: `${CUSTOMERS} [aria-busy="true"]`,
    },
  ],
  query: [
    {
      target: '.console button.primary',
      done: '.console .answer table',
      gone: '.console .answer.is-old',
    },
  ],
  // `pick` waits only for the visible part of the page, `pickAll` for all reports.
  pick: [
    { target: PICKER, value: '1', done: CHIP },
    { target: PICKER, value: '-1', done: 'body', gone: CHIP },
  ],
  pickAll: [
    { target: PICKER, value: '1', done: `${CHIP} ~ ${POPULAR}`, gone: BEHIND },
    { target: PICKER, value: '-1', done: 'body', gone: `${CHIP}, ${BEHIND}` },
  ],
};

/**
 * @param {string} name
 * @param {import('./inputs.mjs').Input} input
 * @returns {import('./part.mjs').Contender}
 */
export function looking(name, input) {
  return {
    name,
    input,
    run: async ({ site }) => {
      const file = await input.file();
      return await withBrowser(async ({ page }) => {
        await openDishboard(page, site.url);
        await clear(page);
        await load(page, file);
        // Waits for the checks, which would otherwise disturb the measurement.
        await page.getByText(/checks hold/).waitFor();
        await page.getByRole('button', { name: 'SQL console', exact: true }).click();
        await page.getByLabel('Query', { exact: true }).fill(QUERY);
        // The first query starts the console's engine.
        await page.evaluate(perform, ACTS.query[0]);
        /** @type {Record<string, number>} */
        const figures = {};
        for (const [key, acts] of Object.entries(ACTS)) {
          /** @type {number[]} */
          const times = [];
          for (let time = 0; time < REPETITIONS; time += 1) {
            times.push(await page.evaluate(perform, acts[time % acts.length]));
          }
          figures[key] = median(times);
        }
        return { figures };
      });
    },
  };
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * Performs an action in the page, and returns the time until its result is painted. It looks for
 * the result once per frame, and a message posted in a frame arrives after that frame's paint.
 * @param {Act | undefined} act
 * @returns {Promise<number>} ms
 */
async function perform(act) {
  if (!act) throw new Error('no action given');
  const { target, value, done, gone } = act;
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const afterPaint = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  const element = /** @type {HTMLInputElement | null} */ (document.querySelector(target));
  if (!element) throw new Error(`the page has no ${target}`);
  element.scrollIntoView({ block: 'center' });
  // Starts right after a paint, so that all measurements start at the same point of a frame.
  await nextFrame();
  await afterPaint();
  const since = performance.now();
  if (value === undefined || value === null) {
    element.click();
  } else {
    element.value = value;
    element.dispatchEvent(
      new Event(element.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }),
    );
  }
  do {
    await nextFrame();
  } while (!document.querySelector(done) || (gone && document.querySelector(gone)));
  await afterPaint();
  return performance.now() - since;
}
