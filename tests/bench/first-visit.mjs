// @ts-check
/** A first visit, nothing cached: until something is shown, until the engine is ready, until the reports are. */
import { openPage, startOf } from './page.mjs';

/** @type {import('./part.mjs').Part} */
export const firstVisit = {
  name: 'First visit, sample',
  figures: {
    shown: { label: 'page shown (first contentful paint)', unit: 'ms' },
    engine: { label: 'engine ready', unit: 'ms' },
    reports: { label: 'sample reports ready', unit: 'ms' },
    transferred: { label: 'transferred, by a host that compresses nothing', unit: 'kB' },
    own: { label: "of it the page's own JS and CSS, gzipped", unit: 'kB' },
  },
  async start(context) {
    const measure = async () => {
      const page = await openPage(context);
      const sample = {
        shown: await startOf(page, 'first-contentful-paint'),
        engine: await startOf(page, 'dishboard:engine-ready'),
        reports: await startOf(page, 'dishboard:reports-ready'),
        transferred: (await transferredBytes(page)) / 1000,
        own: (await ownBytes(page, context)) / 1000,
      };
      await page.close();
      return sample;
    };
    await measure();
    return { measure };
  },
};

/** @param {import('playwright-core').Page} page */
function transferredBytes(page) {
  return page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((entry) => /** @type {PerformanceResourceTiming} */ (entry).transferSize)
      .reduce((sum, bytes) => sum + bytes, 0),
  );
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./part.mjs').Context} context
 */
async function ownBytes(page, { site }) {
  const names = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, '')),
  );
  const assets = new Set(names.filter((name) => /\.(?:js|css)$/.test(name)));
  return [...assets].reduce((sum, name) => sum + site.ownBytes(name), 0);
}
