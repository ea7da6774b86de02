import { describe, expect, test } from 'vitest';
import { useComponents } from './page';

const components = useComponents();

const loaded = () => components.page.getByRole('region', { name: 'What was loaded' });
const withoutBreaks = (text: string) => text.replace(/\s+/g, ' ');

describe('the receipt', () => {
  test('accounts for every line, and says what was tidied', async () => {
    await components.mountSample('sample');
    expect(withoutBreaks(await loaded().innerText())).toContain(
      '150,001 lines = 1 header + 0 blank + 150,000 with orders',
    );
    await components.mountLoaded('tidied');
    expect(await components.receipt()).toEqual({ read: 4, kept: 3, rejected: 1 });
    const text = withoutBreaks(await loaded().innerText());
    expect(text).toContain('✓ adds up');
    expect(text).toContain('7 lines = 1 header + 1 blank + 5 with orders');
    expect(text).toContain(
      'Tidied: 2 names trimmed (“ tea ” to “tea” in line 3; “green↵tea” to “green tea” in line 4)',
    );
    expect(text).toContain('1 price rounded (“1.505” to “1.51” in line 3)');
    expect(text).toContain('1 refund (-2.00 in line 4)');
    expect(text).toContain('1 price of zero (0.00 in line 6)');
  });

  test('shows the first rejected records of each reason, and how to correct them', async () => {
    await components.mountLoaded('rejected');
    await components.page.getByRole('heading', { name: '8 order lines rejected' }).waitFor();
    await components.page.getByText('bad price (7)').click();
    const table = components.page.getByRole('table', {
      name: 'The first order lines rejected for bad price',
    });
    const rows = await table
      .getByRole('row')
      .evaluateAll((found) =>
        found.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
      );
    expect(rows).toHaveLength(6);
    expect(rows.slice(0, 2)).toEqual([
      ['Line', 'Restaurant', 'Dish', 'Customer', 'Price'],
      ['3', 'A', '(empty)', 'Bob', 'free'],
    ]);
    await components.page.getByText(/Write the price as a plain number, such as 4\.50/).waitFor();
    await components.page.getByText('too few columns (1)').click();
    const short = components.page.getByRole('table', {
      name: 'The first order lines rejected for too few columns',
    });
    expect(withoutBreaks(await short.innerText())).toMatch(/ Line As in the file 10 A,tea$/);
  });
});
