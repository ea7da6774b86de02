// @ts-check
/** A file chosen on a page that is already up: until its reports are on screen. */
import { readFileSync } from 'node:fs';
import { openPage, startOf, waitForReports } from './page.mjs';
import { TABLES } from './part.mjs';

/** @type {import('./part.mjs').Part} */
export const warmLoad = {
  name: 'Warm page, same file chosen',
  figures: { wall: { label: 'file chosen to reports ready', unit: 'ms' } },
  async start(context) {
    const page = await openPage(context);
    const measure = async () => {
      // With reports of a file on screen, another would be asked about.
      const remove = page.getByRole('button', { name: /^Remove / });
      if ((await remove.count()) > 0) {
        await remove.click();
        await page.waitForSelector('body[data-phase="idle"]');
      }
      const since = await page.evaluate(() => performance.now());
      await page.getByLabel('Choose CSV files').setInputFiles(context.sample);
      await waitForReports(page, since);
      const chosen = await startOf(page, 'dishboard:file-chosen');
      return { wall: (await startOf(page, 'dishboard:reports-ready')) - chosen };
    };
    await measure();
    /** @type {Map<string, string>} */
    const tables = new Map();
    for (const table of TABLES) tables.set(table, await downloadTable(page, table));
    return { measure, tables };
  },
};

/** @param {import('playwright-core').Page} page @param {string} table */
async function downloadTable(page, table) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download ${table}.csv`, exact: true }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}
