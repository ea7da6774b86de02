import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, test } from 'vitest';
import { chooseFromDisk, comeBack, put, useDisk } from './disk';
import { useSite, type Phase } from './site';

/** Axe is not of the page: its policies would not let it in. */
const site = useSite({ withoutPolicies: true });

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function violations(): Promise<string[]> {
  await site.page.addScriptTag({ path: AXE });
  const { violations: found } = await site.page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const ORDERS = Array.from({ length: 60 }, () => 'A, tea,Bob,4.50').join('\n');
const BAD = `${HEADER}${ORDERS}\nA,tea,bob,450\nA,tea,Ann,-1.505\n,,Bob,free\nA,tea\n${HEADER}A,"tea,Bob,1\n${ORDERS}\nTotal,,,9\n`;

const PHASES: [Phase, string, () => Promise<void>][] = [
  ['ready', 'with the sample', () => site.openSample()],
  [
    'failed',
    'of a file that is no table',
    async () => {
      await site.openSample();
      await site.choose({ name: 'menu.csv', content: '%PDF-1.7' });
    },
  ],
  [
    'mapping',
    'of columns',
    async () => {
      await site.openSample();
      await site.choose({ name: 'a.csv', content: 'Wo;Was;Wieviel\nA;Tee;1,50\n' });
      await site.page.getByRole('dialog').waitFor();
    },
  ],
  [
    'ready',
    'with the question of the place',
    async () => {
      await site.openSample();
      await site.load({ name: 'a.csv', content: 'dish,price\ntea,1.50\n' });
      await site.choose({ name: 'b.csv', content: 'store,dish,price\nB,tea,1.50\n' });
      await site.page.getByRole('dialog').waitFor();
    },
  ],
  [
    'ready',
    'with all that can be said of a file, unfolded',
    async () => {
      await site.openSample();
      await site.load({ name: 'bad.csv', content: BAD });
      await site.page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
    },
  ],
  [
    'ready',
    'with what the numbers mean',
    async () => {
      await site.openSample();
      for (const explain of await site.page.getByRole('button', { name: /^Explain/ }).all()) {
        await explain.click();
      }
    },
  ],
  [
    'ready',
    'with all the SQL that a report stands on',
    async () => {
      await site.openSample();
      await site.page.getByRole('button', { name: 'Show SQL of popular_dishes' }).click();
      await site.page.getByText('What it stands on').waitFor();
      await site.page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
    },
  ],
  [
    'ready',
    'with a restaurant picked, its charts as tables, and nothing found',
    async () => {
      await site.openSample();
      const shows = site.page.getByRole('button', { name: 'Show as table' });
      await expect.poll(() => shows.count()).toBe(4);
      for (const show of await shows.all()) await show.click();
      await site.pick({ index: 1 });
      await site.page.getByRole('searchbox').first().fill('nobody of this name');
      await site.page.getByText('No row matches').first().waitFor();
    },
  ],
  [
    'ready',
    'with a customer looked at',
    async () => {
      await site.openSample();
      await site.page.getByRole('button', { name: 'Michael', exact: true }).first().click();
      await site.page.getByRole('dialog').getByRole('table').waitFor();
    },
  ],
  [
    'ready',
    'with the settings',
    async () => {
      await site.openSample();
      await site.page.getByRole('button', { name: 'Settings', exact: true }).click();
      await site.page.getByRole('dialog').waitFor();
    },
  ],
  [
    'ready',
    'with what became of the attempts to send',
    async () => {
      await site.openSample();
      await site.page.getByRole('button', { name: 'Nothing leaves this browser' }).click();
      await site.page.getByRole('button', { name: 'Try to send' }).click();
      await site.page.getByText('Not every one was refused').waitFor();
    },
  ],
  [
    'ready',
    'with the way to BigQuery, its line and its link',
    async () => {
      await site.openSample();
      await site.page.getByRole('button', { name: 'BigQuery and Looker Studio' }).click();
      await site.page.getByLabel('Project ID').fill('end-of-universe');
      await site.page.getByLabel('Dataset').fill('orders');
      await site.page.getByRole('link', { name: 'Open a blank report' }).waitFor();
    },
  ],
  [
    'ready',
    'with names that BigQuery does not take',
    async () => {
      await site.openSample();
      await site.page.getByRole('button', { name: 'BigQuery and Looker Studio' }).click();
      await site.page.getByLabel('Project ID').fill('End of Universe');
      await site.page.getByLabel('Dataset').fill('my-orders');
      await site.page.getByLabel('Location').fill('E U');
      await expect.poll(() => site.page.getByRole('alert').count()).toBe(3);
    },
  ],
  [
    'ready',
    'with the console, its answer and an error',
    async () => {
      await site.openSample();
      await site.page.getByRole('button', { name: 'SQL console' }).click();
      const query = site.page.getByLabel('Query', { exact: true });
      await query.fill('from dish_sales');
      await query.press('Control+Enter');
      await site.page.getByRole('button', { name: 'Download query.csv' }).waitFor();
      await query.fill('select wrong from dish_sales');
      await query.press('Control+Enter');
      await site.page.getByText('not found in FROM clause').waitFor();
    },
  ],
  [
    'ready',
    'with files that have changed on disk, and what has changed since the last load',
    async () => {
      await useDisk(site);
      await site.openSample();
      const orders = `${HEADER}${ORDERS}\n`;
      await put(site, 'orders.csv', orders);
      await site.settled(() => chooseFromDisk(site, 'orders.csv'));
      await site.page.getByRole('checkbox', { name: 'Remember these reports' }).check();
      await site.page.getByText('Remembered in this browser.').waitFor();
      await put(site, 'orders.csv', `${orders}A,soup,Ann,1\nA,soup,Ann,1\nB,tea,Bob,2\n`);
      await site.settled(() => site.page.getByRole('button', { name: 'Reload from disk' }).click());
      await site.page.getByText('Since orders.csv').click();
      await put(site, 'orders.csv', orders);
      await comeBack(site);
      await site.page.getByRole('complementary', { name: 'Changed files' }).waitFor();
    },
  ],
  [
    'ready',
    'with the load of last time, and all of it forgotten',
    async () => {
      await site.openSample();
      await site.load({ name: 'orders.csv', content: `${HEADER}${ORDERS}\n` });
      await site.page.getByRole('checkbox', { name: 'Remember these reports' }).check();
      await site.page.getByText('Remembered in this browser.').waitFor();
      await site.openSample();
      await site.page.getByText('Last time: orders.csv').waitFor();
      await site.page.getByRole('button', { name: 'Settings', exact: true }).click();
      await site.page.getByRole('button', { name: 'Forget everything' }).click();
      await site.page.getByText(/^Removed: /).waitFor();
    },
  ],
  [
    'working',
    'on the engine',
    async () => {
      await site.page.route('**/*.gz', () => undefined);
      await site.open();
    },
  ],
  [
    'idle',
    'after a cancel',
    async () => {
      await site.page.route('**/*.gz', () => undefined);
      await site.open();
      await site.page.getByRole('button', { name: 'Cancel' }).click();
    },
  ],
];

const LOOKS = ['light', 'dark', 'contrast'].flatMap((theme) =>
  ['en', 'ja'].map((language) => ({ theme, language })),
);

/** As if the address had been changed by hand: what is open stays so. */
async function applyTheme({ theme, language }: (typeof LOOKS)[number]): Promise<void> {
  await site.page.evaluate(
    (look) => {
      const parts = new URLSearchParams(location.hash.slice(1));
      for (const [name, value] of Object.entries(look)) parts.set(name, value);
      history.replaceState(history.state, '', `#${parts.toString()}`);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    { theme, language },
  );
  const contrast = theme === 'contrast' ? 'more' : 'normal';
  const kind = theme === 'dark' ? 'dark' : 'light';
  await site.page
    .locator(`html[lang="${language}"][data-theme="${kind}"][data-contrast="${contrast}"]`)
    .waitFor();
}

describe('axe finds nothing, in any colours and any language,', () => {
  test.each(PHASES)('in phase %s, %s', async (phase, _, reach) => {
    await reach();
    await site.waitFor(phase);
    for (const look of LOOKS) {
      await applyTheme(look);
      expect(await violations(), `${look.theme}, ${look.language}`).toEqual([]);
    }
  });
});

describe.each([360, 768, 1280])('at %i pixels', (width) => {
  test('nothing is wider than the page', async () => {
    await site.page.setViewportSize({ width, height: 800 });
    await site.openSample();
    const name = 'n'.repeat(300);
    const isWider = () =>
      site.page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
    expect(await isWider()).toBe(false);
    const content = `restaurant,dish,customer,price\n${name},${name},${name},99999999.99\nB,tea,Bob,-1\n${name},,${name},${name}\n${name}\n`;
    await site.load({ name: `${name.slice(0, 200)}.csv`, content });
    expect(await isWider()).toBe(false);
    for (const summary of await site.page.getByText(/^(missing dish|too few columns)/).all()) {
      await summary.click();
    }
    expect(await isWider()).toBe(false);
  });
});
