// @ts-check
/** The page driven as its user does, timed by the marks that it sets itself. */

/** To end a hang, not to time: a loaded machine may give us a tenth of a processor. */
const HANG_MS = 300_000;

/**
 * Opens the page in a profile of its own, with nothing cached, up to the sample's reports.
 * @param {import('./part.mjs').Context} context
 */
export async function openPage({ browser, site }) {
  const page = await browser.newPage();
  page.setDefaultTimeout(HANG_MS);
  await page.goto(site.url);
  await waitForReports(page, 0);
  return page;
}

/**
 * Waits for the reports of a load begun after a moment. Throws where the page shows a failure instead.
 * @param {import('playwright-core').Page} page
 * @param {number} since in ms from navigation start
 */
export async function waitForReports(page, since) {
  const outcome = await page.waitForFunction((since) => {
    const { phase } = document.body.dataset;
    if (phase === 'failed') return document.body.innerText;
    const [chosen] = performance.getEntriesByName('dishboard:file-chosen');
    const [ready] = performance.getEntriesByName('dishboard:reports-ready');
    const isDone =
      chosen && ready && since <= chosen.startTime && chosen.startTime <= ready.startTime;
    return phase === 'ready' && isDone ? 'ready' : null;
  }, since);
  const text = await outcome.jsonValue();
  if (text !== 'ready') throw new Error(`the page failed: ${text}`);
}

/**
 * When an entry of the page's timeline began, in ms from navigation start.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function startOf(page, name) {
  const start = await page.evaluate(
    (name) => performance.getEntriesByName(name)[0]?.startTime,
    name,
  );
  if (start === undefined) throw new Error(`the page has no ${name}`);
  return start;
}
