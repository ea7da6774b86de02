import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TABLE_NAMES } from '../../src/sql/tables';
import { sampleLines } from './sample';
import { useComponents } from './page';

const components = useComponents();

const button = (name: string) => components.button(name);
const dialog = () => components.page.getByRole('dialog');
const status = () => dialog().getByRole('status').first().textContent();
const region = (name: string) => components.page.getByRole('region', { name, exact: true });
const hasFocus = (name: string) =>
  button(name).evaluate((element) => element === document.activeElement);
const modelOf = (path: string) => readFileSync(`src/sql/${path}.sql`, 'utf8');

describe('the SQL of a report', () => {
  test('is shown as in its file, and closes with Escape', async () => {
    await components.mountSample();
    for (const name of TABLE_NAMES) {
      await button(`Show SQL of ${name}`).press('Enter');
      const sql = dialog().getByRole('region', { name: `SQL of ${name}`, exact: true });
      expect(await sql.textContent()).toBe(modelOf(`marts/${name}`));
      await components.page.keyboard.press('Escape');
      await expect.poll(() => dialog().count()).toBe(0);
      expect(await hasFocus(`Show SQL of ${name}`)).toBe(true);
    }
  });

  test('is copied byte for byte, and the page says so', async () => {
    await components.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await components.mountSample();
    await button('Show SQL of popular_dishes').click();
    await button('Copy SQL of popular_dishes').press('Enter');
    await expect.poll(status).toBe('SQL of popular_dishes copied.');
    expect(await components.page.evaluate(() => navigator.clipboard.readText())).toBe(
      modelOf('marts/popular_dishes'),
    );
    await button('Close').press('Enter');
    await expect.poll(() => dialog().count()).toBe(0);
    expect(await hasFocus('Show SQL of popular_dishes')).toBe(true);
  });

  test('is selected where the browser forbids copying', async () => {
    await components.replaceClipboard('none');
    await components.mountSample();
    await button('Show SQL of restaurant_stats').click();
    await button('Copy SQL of restaurant_stats').click();
    await expect.poll(status).toMatch(/The SQL is selected/);
    const selected = await components.page.evaluate(() => getSelection()?.toString() ?? '');
    expect(selected.trim()).toBe(modelOf('marts/restaurant_stats').trim());
  });

  test('unfolds down to the lines of the file, each model with its own SQL', async () => {
    await components.mountSample();
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
});

describe('an explanation', () => {
  test('of each report opens and closes', async () => {
    await components.mountSample('sample');
    for (const name of TABLE_NAMES) {
      const toggle = button(`Explain this number: ${name}`);
      const meaning = region(`What ${name} means`);
      expect(await toggle.getAttribute('aria-expanded')).toBe('false');
      await toggle.press('Enter');
      expect(await toggle.getAttribute('aria-expanded')).toBe('true');
      const text = await meaning.innerText();
      expect(text).toContain('All 150,000 kept order lines.');
      expect(text).toContain(', 0 rejected.');
      await toggle.press('Enter');
      await expect.poll(() => meaning.count()).toBe(0);
    }
  });

  test('of each card is about the picked restaurant', async () => {
    await components.mountSample('sample');
    const lines = sampleLines();
    const customersOf = (own: typeof lines) =>
      String(new Set(own.map(({ customer }) => customer)).size);
    const meaning = region('What customers means');
    await button('Explain customers').press('Enter');
    const end = lines.filter(({ restaurant }) => restaurant.includes('end-of-the-universe'));
    const among = `among the ${end.length.toLocaleString('en')} kept order lines of this restaurant`;
    expect(await meaning.innerText()).toContain(
      `${customersOf(end)} distinct names in first_name ${among}.`,
    );
    await components.pick({ label: 'All restaurants' });
    await expect
      .poll(() => meaning.innerText())
      .toContain(`${customersOf(lines)} distinct names in first_name among all 150,000 kept`);
    for (const card of ['visits', 'revenue', 'average per visit']) {
      await button(`Explain ${card}`).press('Enter');
      const other = region(`What ${card} means`);
      await expect.poll(() => other.count()).toBe(1);
      expect(await hasFocus(`Explain ${card}`)).toBe(true);
    }
    expect(await meaning.count()).toBe(0);
  });

  test('is disabled for a report that the file cannot give, but its SQL is shown', async () => {
    await components.mountLoaded('dishes');
    expect(await button('Explain this number: customer_stats').isDisabled()).toBe(true);
    expect(await button('Explain customers').count()).toBe(0);
    await button('Show SQL of customer_stats').click();
    await region('SQL of customer_stats').waitFor();
  });
});
