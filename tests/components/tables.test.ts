import { describe, expect, test } from 'vitest';
import { sampleTables } from './sample';
import { useComponents } from './page';

const components = useComponents();

const customers = () => components.report('customer_stats');
const names = async (name: string) =>
  (await components.tableRows(name)).slice(1).map(([first]) => first);
const said = (name: string) => components.report(name).locator('[aria-live="polite"]').innerText();
const head = (name: string, column: string) =>
  components.report(name).getByRole('columnheader', { name: column, exact: true });

const rowsOf = (csv: string) =>
  csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
const sampleCustomers = () => rowsOf(sampleTables().customer_stats).map(([name]) => name!);

describe('a table is sorted', () => {
  test('by a click on a head: all rows, ascending, descending and back', async () => {
    await components.mountSample('sample');
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
    expect(await said('customer_stats')).toBe('Back in the order of the report.');
  });

  test('by numbers with the greatest first', async () => {
    await components.mountSample('sample');
    const stats = components.report('restaurant_stats');
    await stats.getByRole('button', { name: 'Revenue', exact: true }).click();
    const revenue = rowsOf(sampleTables().restaurant_stats)
      .sort((a, b) => Number(b[2]) - Number(a[2]))
      .map(([name]) => name);
    await expect.poll(() => names('restaurant_stats')).toEqual(revenue);
    const sorted = await stats.locator('th[aria-sort]').all();
    expect(sorted).toHaveLength(1);
  });

  test('and stays sorted when the leads arrive or another restaurant is picked', async () => {
    await components.mountSample('sample');
    await customers().getByRole('button', { name: 'First name' }).click();
    const field = customers().getByRole('searchbox');
    await field.fill('mic');
    await customers()
      .getByText(/ Of these, /)
      .waitFor();
    await components.pick({ index: 0 });
    expect(await head('customer_stats', 'First name').getAttribute('aria-sort')).toBe('ascending');
    expect(await field.inputValue()).toBe('mic');
  });
});

describe('a table is searched', () => {
  test('regardless of case, accents and width, and says how many rows match', async () => {
    await components.mountLoaded('few');
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

  test('only where it is longer than a page', async () => {
    await components.mountSample('sample');
    expect(await customers().getByRole('searchbox').count()).toBe(1);
    const visitors = components.report('frequent_visitors');
    expect(await visitors.getByRole('searchbox').count()).toBe(0);
    expect(await visitors.getByRole('navigation').count()).toBe(0);
  });
});

test('the number of rows per page can be chosen', async () => {
  await components.mountSample('sample');
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

describe('Copy as shown', () => {
  const copy = () => customers().getByRole('button', { name: 'Copy as shown' }).click();

  test('copies the rows as sorted and searched, and escapes formulas', async () => {
    await components.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await components.mountLoaded('few');
    await customers().getByRole('searchbox').fill('g');
    await customers().getByRole('button', { name: 'First name' }).click();
    await expect.poll(() => names('customer_stats')).toEqual(['guest 9', 'guest 10']);
    await customers().getByRole('searchbox').fill('=');
    await expect.poll(() => names('customer_stats')).toEqual(['=cmd()']);
    await copy();
    await expect.poll(() => said('customer_stats')).toBe('Copied 1 row.');
    const pasted = await components.page.evaluate(() => navigator.clipboard.readText());
    expect(pasted).toBe(
      "First name\tRestaurants visited\tMost visited restaurant\n'=cmd()\t1\t寿司バー",
    );
  });

  test('says so where the browser forbids copying', async () => {
    await components.mountLoaded('few');
    await components.replaceClipboard('refusing');
    await copy();
    await expect.poll(() => said('customer_stats')).toMatch(/does not let the page copy/);
  });
});

test('a screen reader hears which row is first and which rows are tied', async () => {
  await components.mountLoaded('tied');
  const visitors = components.report('frequent_visitors');
  expect(await visitors.getByRole('rowheader', { name: 'A (first place)' }).count()).toBe(1);
  const rows = await visitors.getByRole('row').all();
  const texts = await Promise.all(rows.slice(1).map((row) => row.ariaSnapshot()));
  expect(texts.map((text) => text.includes('tied'))).toEqual([false, true, true, false]);
});

describe('on paper, a table', () => {
  test('has all rows and no search field', async () => {
    await components.mountSample('sample');
    await components.page.emulateMedia({ media: 'print' });
    await expect.poll(() => names('customer_stats')).toEqual(sampleCustomers());
    expect(await customers().getByRole('searchbox').isVisible()).toBe(false);
    await components.page.emulateMedia({ media: 'screen' });
    await expect.poll(() => names('customer_stats')).toHaveLength(25);
  });

  test('has all rows as soon as the browser begins to print', async () => {
    await components.mountSample('sample');
    const rows = await components.page.evaluate(() => {
      const count = () => document.querySelectorAll('[data-report=customer_stats] tbody tr').length;
      dispatchEvent(new Event('beforeprint'));
      const printed = count();
      dispatchEvent(new Event('afterprint'));
      return [printed, count()];
    });
    expect(rows).toEqual([690, 25]);
  });

  test('has at most a thousand rows, and says how many are not printed', async () => {
    await components.mountLoaded('many');
    await components.page.emulateMedia({ media: 'print' });
    await expect.poll(() => names('customer_stats')).toHaveLength(1000);
    expect(await customers().innerText()).toContain('234 more rows are not printed');
  });
});
