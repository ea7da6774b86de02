import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, test } from 'vitest';
import { useSite, type Phase } from './site';

const site = useSite();

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

const PHASES: [Phase, () => Promise<void>][] = [
  ['ready', () => site.openSample()],
  [
    'failed',
    async () => {
      await site.openSample();
      await site.choose({ name: 'menu.csv', content: '%PDF-1.7' });
    },
  ],
  [
    'mapping',
    async () => {
      await site.openSample();
      await site.choose({ name: 'a.csv', content: 'Wo;Was;Wieviel\nA;Tee;1,50\n' });
    },
  ],
  [
    'ready',
    async () => {
      await site.openSample();
      await site.load({ name: 'a.csv', content: 'dish,price\ntea,1.50\n' });
      await site.choose({ name: 'b.csv', content: 'store,dish,price\nB,tea,1.50\n' });
      await site.page.getByRole('dialog').waitFor();
    },
  ],
  [
    // With all that can be said of a file, unfolded.
    'ready',
    async () => {
      await site.openSample();
      await site.load({ name: 'bad.csv', content: BAD });
      await site.page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
    },
  ],
  [
    // With what the numbers mean.
    'ready',
    async () => {
      await site.openSample();
      for (const explain of await site.page.getByRole('button', { name: /^Explain/ }).all()) {
        await explain.click();
      }
    },
  ],
  [
    // With all the SQL that a report stands on.
    'ready',
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
    // With the console, its answer and an error.
    'ready',
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
    'working',
    async () => {
      await site.page.route('**/*.gz', () => undefined);
      await site.open();
    },
  ],
  [
    'idle',
    async () => {
      await site.page.route('**/*.gz', () => undefined);
      await site.open();
      await site.page.getByRole('button', { name: 'Cancel' }).click();
    },
  ],
];

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  test.each(PHASES)('in phase %s', async (phase, reach) => {
    await site.page.emulateMedia({ colorScheme });
    await reach();
    await site.waitFor(phase);
    expect(await violations()).toEqual([]);
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
