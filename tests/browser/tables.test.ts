import { describe, expect, test } from 'vitest';
import { referenceTables } from '../support/reference';
import { sampleLines } from '../support/sample';
import { useSite } from './site';

const site = useSite();

const report = (name: string) => site.page.locator(`section[data-report="${name}"]`);
const customers = () => report('customer_stats');
const names = async (name: string) => (await site.tableRows(name)).slice(1).map(([first]) => first);
const said = (name: string) => report(name).locator('[aria-live="polite"]').innerText();
const head = (name: string, column: string) =>
  report(name).getByRole('columnheader', { name: column, exact: true });

const sampleCustomers = () =>
  referenceTables(sampleLines())
    .customer_stats.trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',')[0]!);

/** Thirty customers, who are one table longer than a screen. */
const GUESTS = ['__proto__', 'Zoë', 'ﾗｰﾒﾝ太郎', '=cmd()', 'guest 10', 'guest 9'];
const FEW = [
  'restaurant_names,food_names,first_name,food_cost',
  ...Array.from({ length: 30 }, (_, n) => `寿司バー,tea,${GUESTS[n] ?? `x ${String(n)}`},1.00`),
  'Bar,tea,Zoë,5.00',
  'Café,tea,guest 9,5.00',
].join('\n');

describe('a table is sorted', () => {
  test('by a click on a head: all rows, down, up and back', async () => {
    await site.openSample();
    const own = sampleCustomers();
    const byName = [...own].sort(new Intl.Collator('en', { numeric: true }).compare);
    const button = customers().getByRole('button', { name: 'First name' });
    await customers().getByRole('button', { name: 'Next' }).click();

    await button.click();
    await expect.poll(() => names('customer_stats')).toEqual(byName.slice(0, 25));
    expect(await head('customer_stats', 'First name').getAttribute('aria-sort')).toBe('ascending');
    expect(await said('customer_stats')).toBe('Sorted by First name, ascending.');

    await button.press('Enter');
    await expect.poll(() => names('customer_stats')).toEqual(byName.reverse().slice(0, 25));
    expect(await head('customer_stats', 'First name').getAttribute('aria-sort')).toBe('descending');

    await button.press('Space');
    await expect.poll(() => names('customer_stats')).toEqual(own.slice(0, 25));
    expect(await head('customer_stats', 'First name').getAttribute('aria-sort')).toBe(null);
    expect(await said('customer_stats')).toBe('In the report’s own order.');
  });

  test('by numbers: the greatest first', async () => {
    await site.openSample();
    await report('restaurant_stats').getByRole('button', { name: 'Revenue', exact: true }).click();
    const revenue = referenceTables(sampleLines())
      .restaurant_stats.trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','))
      .sort((a, b) => Number(b[2]) - Number(a[2]))
      .map(([name]) => name);
    await expect.poll(() => names('restaurant_stats')).toEqual(revenue);
    const sorted = await report('restaurant_stats').locator('th[aria-sort]').all();
    expect(sorted).toHaveLength(1);
  });

  test('and stays so when the leads arrive or another restaurant is picked', async () => {
    await site.openSample();
    await customers().getByRole('button', { name: 'First name' }).click();
    const field = customers().getByRole('searchbox');
    await field.fill('mic');
    await customers()
      .getByText(/ Of these, /)
      .waitFor();
    await site.pick({ index: 0 });
    expect(await head('customer_stats', 'First name').getAttribute('aria-sort')).toBe('ascending');
    expect(await field.inputValue()).toBe('mic');
  });
});

describe('a table is searched', () => {
  test('whatever the case, the accents and the width, and says how many match', async () => {
    await site.openSample();
    await site.load({ name: 'few.csv', content: FEW });
    const field = customers().getByRole('searchbox', {
      name: 'Search Customers by restaurants visited',
    });
    for (const [text, expected] of [
      ['zoe', ['Zoë']],
      ['ラーメン', ['ﾗｰﾒﾝ太郎']],
      ['ＰＲＯＴＯ', ['__proto__']],
      ['guest', ['guest 9', 'guest 10']],
      ['bar', ['Zoë']],
    ] as const) {
      await field.fill(text);
      const words = `${String(expected.length)} of 30 rows`;
      await customers().getByText(words, { exact: true }).waitFor();
      expect(await names('customer_stats')).toEqual(expected);
      expect(await said('customer_stats')).toContain(`${words} match`);
    }
    await field.fill('nobody');
    await expect.poll(() => customers().getByRole('table').count()).toBe(0);
    expect(await customers().innerText()).toContain('No row matches “nobody”.');
    await field.press('Escape');
    expect(await field.inputValue()).toBe('');
    await expect.poll(() => names('customer_stats')).toHaveLength(25);
  });

  test('only where it is longer than a screen', async () => {
    await site.openSample();
    expect(await customers().getByRole('searchbox').count()).toBe(1);
    expect(await report('frequent_visitors').getByRole('searchbox').count()).toBe(0);
    expect(await report('frequent_visitors').getByRole('navigation').count()).toBe(0);
  });
});

test('its pages are as long as one likes', async () => {
  await site.openSample();
  const pages = customers().getByRole('navigation', {
    name: 'Pages of Customers by restaurants visited',
  });
  await pages.getByRole('button', { name: 'Last' }).click();
  expect(await pages.innerText()).toContain('676 to 690 of 690');
  await pages.getByLabel('Rows per page').selectOption('100');
  expect(await pages.innerText()).toContain('601 to 690 of 690');
  expect(await said('customer_stats')).toBe('601 to 690 of 690');
  await pages.getByRole('button', { name: 'First' }).click();
  expect(await names('customer_stats')).toEqual(sampleCustomers().slice(0, 100));
  await pages.getByRole('button', { name: 'Next' }).click();
  await customers().getByRole('button', { name: 'Restaurants visited' }).click();
  await expect.poll(() => pages.innerText()).toContain('1 to 100 of 690');
});

describe('what is shown is copied', () => {
  const copy = () => customers().getByRole('button', { name: 'Copy as shown' }).click();

  test('as it is sorted and searched, and no cell is a formula', async () => {
    await site.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await site.openSample();
    await site.load({ name: 'few.csv', content: FEW });
    await customers().getByRole('searchbox').fill('g');
    await customers().getByRole('button', { name: 'First name' }).click();
    await expect.poll(() => names('customer_stats')).toEqual(['guest 9', 'guest 10']);
    await customers().getByRole('searchbox').fill('=');
    await expect.poll(() => names('customer_stats')).toEqual(['=cmd()']);
    await copy();
    await expect.poll(() => said('customer_stats')).toBe('Copied 1 row.');
    const pasted = await site.page.evaluate(() => navigator.clipboard.readText());
    expect(pasted).toBe(
      "First name\tRestaurants visited\tMost visited restaurant\n'=cmd()\t1\t寿司バー",
    );
  });

  test('or it is said that the browser forbids it', async () => {
    await site.openSample();
    await site.page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('no')) },
      });
    });
    await copy();
    await expect.poll(() => said('customer_stats')).toMatch(/does not let this page copy/);
  });
});

describe('marks', () => {
  const named = (name: string) => report('frequent_visitors').getByRole('rowheader', { name });

  test('the winner, and rows that are tied, are told to those who hear the page', async () => {
    await site.openSample();
    const content = `restaurant,dish,customer,price\n${['A', 'A', 'A', 'B', 'B', 'C', 'C', 'D']
      .map((restaurant) => `${restaurant},tea,Ann,1`)
      .join('\n')}\n`;
    await site.load({ name: 'tied.csv', content });
    expect(await named('A (the first)').count()).toBe(1);
    const rows = await report('frequent_visitors').getByRole('row').all();
    const texts = await Promise.all(rows.slice(1).map((row) => row.ariaSnapshot()));
    expect(texts.map((text) => text.includes('tied'))).toEqual([false, true, true, false]);
  });
});

describe('on paper', () => {
  test('are all rows of the table, as it is sorted', async () => {
    await site.openSample();
    await site.page.emulateMedia({ media: 'print' });
    await expect.poll(() => names('customer_stats')).toEqual(sampleCustomers());
    expect(await customers().getByRole('searchbox').isVisible()).toBe(false);
    await site.page.emulateMedia({ media: 'screen' });
    await expect.poll(() => names('customer_stats')).toHaveLength(25);
  });

  test('the rows are there as soon as the browser says that it prints', async () => {
    await site.openSample();
    const rows = await site.page.evaluate(() => {
      const count = () => document.querySelectorAll('[data-report=customer_stats] tbody tr').length;
      dispatchEvent(new Event('beforeprint'));
      const printed = count();
      dispatchEvent(new Event('afterprint'));
      return [printed, count()];
    });
    expect(rows).toEqual([690, 25]);
  });

  test('of more than a thousand rows it is said how many are left', async () => {
    await site.openSample();
    const lines = Array.from({ length: 1234 }, (_, n) => `A,tea,guest ${String(n)},1`);
    const content = `restaurant,dish,customer,price\n${lines.join('\n')}\n`;
    await site.load({ name: 'many.csv', content });
    await site.page.emulateMedia({ media: 'print' });
    await expect.poll(() => names('customer_stats')).toHaveLength(1000);
    expect(await customers().innerText()).toContain('234 more rows are not printed');
  });
});
