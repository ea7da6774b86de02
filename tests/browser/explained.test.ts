import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TABLE_NAMES } from '../../src/sql/tables';
import { sampleLines } from '../support/sample';
import { useSite } from './site';

const site = useSite();

const button = (name: string) => site.page.getByRole('button', { name, exact: true });
const dialog = () => site.page.getByRole('dialog');
const hasFocus = (name: string) =>
  button(name).evaluate((element) => element === document.activeElement);
const modelOf = (path: string) => readFileSync(`src/sql/${path}.sql`, 'utf8');

describe('the SQL of a report', () => {
  test.each(TABLE_NAMES)('%s is shown as it is in its file, and can be put away', async (name) => {
    await site.openSample();
    await button(`Show SQL of ${name}`).press('Enter');
    const sql = dialog().getByRole('region', { name: `SQL of ${name}`, exact: true });
    expect(await sql.textContent()).toBe(modelOf(`marts/${name}`));
    await site.page.keyboard.press('Escape');
    await expect.poll(() => dialog().count()).toBe(0);
    expect(await hasFocus(`Show SQL of ${name}`)).toBe(true);
  });

  test('is copied byte for byte, and that is said', async () => {
    await site.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await site.openSample();
    await button('Show SQL of popular_dishes').click();
    await button('Copy SQL of popular_dishes').press('Enter');
    await expect
      .poll(() => dialog().getByRole('status').first().textContent())
      .toBe('SQL of popular_dishes copied.');
    expect(await site.page.evaluate(() => navigator.clipboard.readText())).toBe(
      modelOf('marts/popular_dishes'),
    );
    await button('Close').press('Enter');
    await expect.poll(() => dialog().count()).toBe(0);
    expect(await hasFocus('Show SQL of popular_dishes')).toBe(true);
  });

  test('is selected where the browser forbids to copy it', async () => {
    await site.page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await site.openSample();
    await button('Show SQL of restaurant_stats').click();
    await button('Copy SQL of restaurant_stats').click();
    await expect
      .poll(() => dialog().getByRole('status').first().textContent())
      .toMatch(/The text is selected/);
    const selected = await site.page.evaluate(() => getSelection()?.toString() ?? '');
    expect(selected.trim()).toBe(modelOf('marts/restaurant_stats').trim());
  });

  test('unfolds down to the lines of the file, each model with its own', async () => {
    await site.openSample();
    await button('Show SQL of popular_dishes').click();
    const steps = dialog().getByRole('list').first().getByRole('listitem');
    await steps.first().waitFor();
    const titles = await steps.locator('b').allTextContents();
    expect(titles.slice(0, 1)).toEqual(['raw_lines']);
    expect(titles.slice(-2)).toEqual(['source_dish_sales', 'dish_sales']);
    expect(titles).toEqual(expect.arrayContaining(['names', 'prices', 'coded_sales']));
    const sql = dialog().getByRole('region', { name: 'SQL of clean_names', exact: true });
    expect(await sql.isVisible()).toBe(false);
    await steps
      .filter({ hasText: /^names/ })
      .locator('summary')
      .press('Enter');
    expect(await sql.textContent()).toBe(modelOf('staging/clean_names'));
    expect(await sql.isVisible()).toBe(true);
    expect(await button('Copy SQL of clean_names').isVisible()).toBe(true);
  });

  test('is there without a network', async () => {
    await site.openSample();
    await site.page.context().setOffline(true);
    await button('Show SQL of popular_dishes').click();
    await dialog().getByText('What it stands on').waitFor();
    await button('Close').click();
    await expect.poll(() => dialog().count()).toBe(0);
  });
});

describe('what a number means', () => {
  test('is told of each report, and folded away again', async () => {
    await site.openSample();
    for (const name of TABLE_NAMES) {
      const toggle = button(`Explain this number: ${name}`);
      const meaning = site.page.getByRole('region', { name: `What ${name} means`, exact: true });
      expect(await toggle.getAttribute('aria-expanded')).toBe('false');
      await toggle.press('Enter');
      expect(await toggle.getAttribute('aria-expanded')).toBe('true');
      const text = await meaning.innerText();
      expect(text).toContain('All 150,000 kept order lines.');
      expect(text).toContain('none was rejected');
      await toggle.press('Enter');
      await expect.poll(() => meaning.count()).toBe(0);
    }
  });

  test('is told of each card, of the restaurant that is picked', async () => {
    await site.openSample();
    const lines = sampleLines();
    const customersOf = (own: typeof lines) =>
      String(new Set(own.map(({ customer }) => customer)).size);
    const meaning = site.page.getByRole('region', { name: 'What customers means', exact: true });
    await button('Explain customers').press('Enter');
    const end = lines.filter(({ restaurant }) => restaurant.includes('end-of-the-universe'));
    const among = `among the ${end.length.toLocaleString('en')} kept order lines of this restaurant`;
    expect(await meaning.innerText()).toContain(
      `${customersOf(end)} distinct names in first_name ${among}.`,
    );
    await site.pick({ label: 'All restaurants' });
    await expect
      .poll(() => meaning.innerText())
      .toContain(`${customersOf(lines)} distinct names in first_name among all 150,000 kept`);
    for (const card of ['visits', 'revenue', 'average per visit']) {
      await button(`Explain ${card}`).press('Enter');
      const other = site.page.getByRole('region', { name: `What ${card} means`, exact: true });
      await expect.poll(() => other.count()).toBe(1);
      expect(await hasFocus(`Explain ${card}`)).toBe(true);
    }
    expect(await meaning.count()).toBe(0);
  });

  test('is not told of a report that is not there, whose SQL still is', async () => {
    await site.openSample();
    await site.load({ name: 'a.csv', content: 'store,dish\nA,tea\n' });
    expect(await button('Explain this number: customer_stats').isDisabled()).toBe(true);
    expect(await button('Explain customers').count()).toBe(0);
    await button('Show SQL of customer_stats').click();
    await dialog().getByRole('region', { name: 'SQL of customer_stats', exact: true }).waitFor();
  });
});
