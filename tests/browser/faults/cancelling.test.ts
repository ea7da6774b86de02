import { expect } from 'vitest';
import { useSite } from '../site';
import { click, HEADER, holdAt, release, loadsAgain, says, untilHeld, useFaults } from './support';

const site = useSite();
const fault = useFaults();

const OWN = { name: 'own.csv', content: `${HEADER}C,tea,Dee,1.00\n,soup,,free\n` };
const UNSURE = { name: 'unsure.csv', content: 'food_names,first_name,food_cost\ntea,Bob,1\n' };

/**
 * The steps of a load. Each step is a text in a message to a worker. From the third step on, the
 * file has been inspected.
 */
const STEPS = [
  'sourcesOf',
  'inspect',
  'select 1',
  'fresh_dish_sales',
  'open',
  'next',
  'insert into names',
  'raw_lines',
  'rejected_lines',
  'coded_sales',
  'named_sales',
  'fresh_receipts',
  'begin transaction',
  'restaurant_stats',
  'commit',
];

async function hasOldReports(): Promise<void> {
  await site.waitFor('ready');
  expect(await site.page.getByRole('alert').count()).toBe(0);
  expect(await site.receipt()).toEqual({ read: 3, kept: 2, rejected: 1 });
}

fault('cancelled anywhere', async () => {
  await loadsAgain(site);
  for (const [index, step] of STEPS.entries()) {
    await holdAt(site.page, step);
    await site.choose(OWN);
    if (index >= 2) await click(site, 'Replace');
    await untilHeld(site.page);
    await click(site, 'Cancel');
    await hasOldReports();
    await release(site.page);
    await hasOldReports();
    await loadsAgain(site);
  }
});

fault('cancelled in a question', async () => {
  await loadsAgain(site);
  for (const file of [OWN, UNSURE]) {
    await site.choose(file);
    await site.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await hasOldReports();
    await loadsAgain(site);
  }
});

fault('cancelled at the very end', async (expected) => {
  await site.openSample();
  await holdAt(site.page, 'commit');
  await site.choose(OWN);
  await untilHeld(site.page);
  await click(site, 'Cancel');
  await release(site.page);
  await expect
    .poll(async () => {
      await site.page.getByLabel('Restaurant', { exact: true }).selectOption({ index: 1 });
      await site.page.getByLabel('Restaurant', { exact: true }).selectOption({ index: 2 });
      return site.page.getByRole('alert').count();
    })
    .toBe(1);
  await says(site, expected);
  expect(await site.receipt()).toMatchObject({ read: 150_000 });
  await click(site, 'Read the files again');
  const picked = site.page.locator('[data-report="popular_dishes"][aria-busy="false"] h2');
  await expect.poll(() => picked.textContent()).not.toMatch(/each restaurant/);
  await loadsAgain(site);
});
