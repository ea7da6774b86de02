import { beforeEach, describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const WEEK = {
  name: 'week.csv',
  content:
    HEADER +
    ['Luna,tea,Ann,4.50', 'Luna,tea,Bob,4.50', 'Luna,soup,Ann,9', 'Luna,rice,Cy,2'].join('\n'),
};
const COSTS = { name: 'costs.csv', content: 'dish,cost\ntea,1.25\nsoup,10\n' };
const MARGINS = 'Dishes of Luna by orders and margin';
const PRICES = 'Dishes of Luna by orders and average price';

const chart = (title: string) => site.page.getByRole('figure', { name: title, exact: true });
const lists = () => site.page.getByRole('list', { name: 'Dish costs' });
const report = (name: string) => site.page.locator(`[data-report="${name}"]`);

beforeEach(async () => {
  await site.load(WEEK);
  await chart(PRICES).waitFor();
});

describe('dish costs', () => {
  test('turn the menu into margins until they are removed, and change no table', async () => {
    const before = (await site.download('Download profitable_dishes.csv')).content.toString();
    const receipt = await site.receipt();
    await site.settled(() => site.choose(COSTS));
    await chart(MARGINS).waitFor();
    expect(await lists().innerText()).toMatch(/costs\.csv\s+dish costs, 2 dishes/);
    await chart(MARGINS).getByRole('button', { name: 'Show as table' }).click();
    expect(await chart(MARGINS).getByRole('row').allInnerTexts()).toEqual([
      expect.stringMatching(/Dish\s+Orders\s+Average price\s+Cost\s+Margin per order\s+Total/),
      expect.stringMatching(/tea\s+2\s+4\.50\s+1\.25\s+3\.25\s+6\.50\s+Often ordered, high margin/),
      expect.stringMatching(/soup\s+1\s+9\.00\s+10\.00\s+−1\.00\s+−1\.00\s+Seldom ordered, low/),
    ]);
    for (const width of [1280, 700, 500]) {
      await site.page.setViewportSize({ width, height: 800 });
      const page = () => site.page.evaluate(() => document.documentElement.scrollWidth);
      // The canvas is resized a moment later.
      await expect.poll(page, { timeout: 5000 }).toBe(width);
    }
    expect(await chart(MARGINS).innerText()).toContain('cost is not known: rice.');
    expect(await report('profitable_dishes').innerText()).toContain('This ranking is by revenue');
    expect((await site.download('Download profitable_dishes.csv')).content.toString()).toBe(before);
    expect(await site.receipt()).toEqual(receipt);
    await site.page.getByRole('button', { name: 'Remove costs.csv' }).click();
    await chart(PRICES).waitFor();
    expect(await lists().count()).toBe(0);
  });

  test('stay when other orders are loaded, and keep the picked restaurant when they arrive', async () => {
    await site.load({
      name: 'two.csv',
      content: `${WEEK.content}\nSol,tea,Ann,3\nSol,soup,Bob,9\n`,
    });
    await report('restaurant_stats').getByRole('button', { name: 'Sol', exact: true }).click();
    const chip = site.page.getByRole('group', { name: 'Selected restaurant' });
    await chip.waitFor();
    await site.settled(() => site.choose(COSTS));
    await chart('Dishes of Sol by orders and margin').waitFor();
    expect(await chip.innerText()).toContain('Sol');
    await site.load(WEEK);
    await chart(MARGINS).waitFor();
    expect(await lists().innerText()).toContain('dish costs, 2 dishes');
  });

  test('name the lines that cannot be used', async () => {
    const content = 'dish,unit_cost\ntea,1\nsoup,2\nsoup,3\nrice,much\nbread,-1\ncake,5\n';
    await site.settled(() => site.choose({ name: 'costs.csv', content }));
    await lists().waitFor();
    const text = await lists().innerText();
    expect(text).toContain('1 line of the dish costs cannot be used: line 5, the cost');
    expect(text).toContain('Costs below zero are not used: line 6, bread −1.00.');
    expect(text).toContain('line 3, soup 2.00; line 4, soup 3.00');
  });

  test('are asked about where the column may be a price, and can be read as orders', async () => {
    await site.choose({ name: 'list.csv', content: 'dish,price\ntea,1\nsoup,2\n' });
    await site.waitFor('mapping');
    await site.page
      .getByLabel('This file contains')
      .selectOption({ label: 'What dishes cost to make' });
    expect(await site.page.getByRole('button', { name: 'Add to these' }).count()).toBe(0);
    await site.page.getByRole('button', { name: 'Use these costs' }).click();
    await chart(MARGINS).waitFor();
    await site.page.getByRole('button', { name: 'These are orders: list.csv' }).click();
    await site.waitFor('mapping');
    expect(await site.page.getByLabel('This file contains').inputValue()).toBe('0');
    expect(await lists().count()).toBe(0);
  });

  test('wait for orders where none are loaded', async () => {
    await site.page.getByRole('button', { name: 'Remove week.csv' }).click();
    await site.waitFor('idle');
    await site.choose(COSTS);
    await lists().waitFor();
    expect(await lists().innerText()).toContain('waiting for orders');
    await site.load(WEEK);
    await chart(MARGINS).waitFor();
  });
});
