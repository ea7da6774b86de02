import { describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const ORDERS = [
  'Luna,tea,Ann,4.50',
  'Luna,tea,Bob,4.50',
  'Luna,soup,Ann,9',
  'Sol,"=cmd()",Cy,2',
  'Sol,"=cmd()",Ann,2',
  '__proto__,<img src=x onerror=alert(1)>,Dee,1',
];
const FILE = { name: 'week.csv', content: HEADER + ORDERS.join('\n') };

const report = (name: string) => site.page.locator(`[data-report="${name}"]`);
const questions = () => site.page.locator('[data-report] h2').allTextContents();
const chip = () => site.page.getByRole('group', { name: 'Selected restaurant' });

async function pick(restaurant: string): Promise<void> {
  await report('restaurant_stats').getByRole('button', { name: restaurant, exact: true }).click();
  await expect.poll(() => chip().textContent()).toContain(restaurant);
  await expect.poll(async () => (await questions()).at(-1)).toContain(restaurant);
}

describe('a restaurant', () => {
  test('picked in a row narrows all reports until all restaurants are shown again', async () => {
    await site.show(FILE);
    const before = await questions();
    await pick('Luna');
    expect(await questions()).toEqual([
      'How many customers visited Luna, and how much money did it make?',
      'What is the most popular dish at Luna?',
      'What is the most profitable dish at Luna?',
      'Which customers of Luna visited the most restaurants?',
      'Who visited Luna the most?',
    ]);
    expect(await report('popular_dishes').getByRole('row').allInnerTexts()).toEqual([
      expect.stringMatching(/Dish\s+Orders/),
      expect.stringMatching(/^tea[^]*\s2$/),
      expect.stringMatching(/soup\s+1/),
    ]);
    expect(await report('customer_stats').getByRole('row').allInnerTexts()).toEqual([
      expect.stringMatching(/First name/),
      expect.stringMatching(/^Ann\s+2\s+Luna/),
      expect.stringMatching(/Bob\s+1\s+Luna/),
    ]);
    expect(await report('frequent_visitors').getByRole('row').nth(1).innerText()).toMatch(
      /^Ann[^]*\s2\s+13\.50$/,
    );
    const { content } = await site.download('Download popular_dishes.csv');
    expect(content.toString('utf8')).toContain('Sol,=cmd(),2,1\n');
    await chip().getByRole('button', { name: 'Show all restaurants' }).click();
    await expect.poll(questions).toEqual(before);
    expect(await chip().count()).toBe(0);
    const picker = site.page.getByLabel('Restaurant', { exact: true });
    const hasFocus = () => picker.evaluate((select) => select === document.activeElement);
    expect(await hasFocus()).toBe(true);
    // The pick replaces the table with the pressed button, so the focus moves to the picker.
    await report('customer_stats').getByRole('button', { name: 'Luna' }).first().press('Enter');
    await expect.poll(() => chip().count()).toBe(1);
    await expect.poll(hasFocus).toBe(true);
  });

  test('is in the address as a position; Back undoes the pick, and a reload keeps it', async () => {
    await site.openSample();
    const { page } = site;
    const [first] = await questions();
    await site.pick({ index: 1 });
    await expect.poll(async () => (await questions()).at(-1)).not.toContain('each restaurant');
    const picked = await questions();
    expect(new URL(page.url()).hash).toBe('#restaurant=1');
    await site.pick({ label: 'All restaurants' });
    await expect.poll(() => chip().count()).toBe(0);
    await page.goBack();
    await expect.poll(questions).toEqual(picked);
    await page.reload();
    await site.waitFor('ready');
    await expect.poll(questions).toEqual(picked);
    await page.goBack();
    await expect.poll(async () => (await questions())[0]).toBe(first);
  });

  test('picked in one file is not picked in the next', async () => {
    await site.openSample();
    await site.pick({ index: 2 });
    await expect.poll(() => chip().count()).toBe(1);
    await site.load(FILE);
    expect(await chip().count()).toBe(0);
    expect(new URL(site.page.url()).hash).toBe('');
    await pick('__proto__');
    expect(await report('popular_dishes').getByRole('row').last().innerText()).toMatch(
      /<img src=x onerror=alert\(1\)>\s+1/,
    );
  });
});

describe('the panel of a dish or a customer', () => {
  test('shows its places; Back closes it, and its name is not in the address', async () => {
    await site.show(FILE);
    const { page } = site;
    await report('customer_stats').getByRole('button', { name: 'Ann', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Ann' });
    await expect
      .poll(() => panel.textContent())
      .toContain('Visited 2 restaurants: no. 1 of 4 customers by restaurants visited.');
    expect(await panel.getByRole('row').allInnerTexts()).toEqual([
      expect.stringMatching(/Restaurant/),
      expect.stringMatching(/^Luna\s+2\s+1\s+13\.50$/),
      expect.stringMatching(/^Sol\s+1\s+1\s+2\.00$/),
    ]);
    expect(new URL(page.url()).hash).toBe('#panel=customer');
    await page.goBack();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await report('popular_dishes').getByRole('button', { name: '=cmd()' }).click();
    const dish = page.getByRole('dialog', { name: '=cmd()' });
    await expect.poll(() => dish.textContent()).toContain('Ordered 2 times at 1 restaurant');
    await dish.getByRole('button', { name: 'Sol' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => chip().textContent()).toContain('Sol');
  });
});
