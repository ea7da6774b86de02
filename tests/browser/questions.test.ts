import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { workbookBytes } from '../support/workbook';
import { useSite } from './site';

const site = useSite();

const TILL = `Order Number,Order Date,Item Name,Quantity,Product Price,Total products
1,03/08/2019,Aloo Chaat,2,4.95,3
1,03/08/2019,Garlic Naan,1,2.95,3
`;
const BOOKINGS = `Order ID,Customer Name,Food Item,Category,Quantity,Price,Payment Method,Order Time
1,Asha,Pizza,Main,2,250.00,Card,2025-01-01 12:00
`;
const DELIVERIES = `order_id,customer_id,restaurant,city,order_amount,rating
1001,C-1,Bella,Rome,31.40,4.5
`;
const KASSE = `Wo;Was;Wer;Wieviel;Kellner
Luna;Suppe;Ann;6,30;Leo
Luna;Tee;Bob;2,50;Leo
`;
const CANONICAL = 'restaurant_names,food_names,first_name,food_cost\n';

const button = (name: string) => site.page.getByRole('button', { name, exact: true });
const dialog = (name: string) => site.page.getByRole('dialog', { name });

async function outcome(): Promise<string> {
  return site.page.locator('dialog [aria-live="polite"]').innerText();
}

async function restaurants(): Promise<string[][]> {
  return (await site.tableRows('restaurant_stats')).slice(1);
}

describe('the header of a till, with no restaurant and no customer', () => {
  test('asks only for the restaurant’s name, and says what the file lacks', async () => {
    await site.choose({ name: 'Luna till 4.csv', content: TILL });
    await site.waitFor('mapping');
    await dialog('Whose orders are these?').waitFor();
    const name = site.page.getByLabel('Name of the restaurant');
    expect(await name.inputValue()).toBe('Luna till 4');
    expect(await outcome()).toBe('This gives 3 of 5 reports; customers need a customer column.');
    await name.fill('Café Luna');
    await site.settled(() => name.press('Enter'));
    expect(await restaurants()).toEqual([['Café Luna', '—', '12.85']]);
    for (const report of ['customer_stats', 'frequent_visitors']) {
      const section = site.page.locator(`section[data-report="${report}"]`);
      expect(await section.innerText()).toContain(
        'Not in this file: this report needs a customer column.',
      );
      expect(await section.locator('table').count()).toBe(0);
      expect(await button(`Download ${report}.csv`).isDisabled()).toBe(true);
    }
    const { content } = await site.download('Download restaurant_stats.csv');
    expect(content.toString('utf8')).toBe(
      'restaurant_names,customer_count,total_revenue\nCafé Luna,,12.85\n',
    );
    const list = site.page.getByRole('list', { name: 'Files' });
    expect((await list.innerText()).replace(/\s+/g, ' ')).toContain(
      'Restaurant: Café Luna · Dish: Item Name · Customer: not in this file · Price: Product Price · Quantity: Quantity',
    );
  });
});

describe('the header of a booking system, with no restaurant', () => {
  test('asks only for the restaurant’s name', async () => {
    await site.choose({ name: 'bookings.csv', content: BOOKINGS });
    await dialog('Whose orders are these?').waitFor();
    expect(await outcome()).toBe('This gives all 5 reports.');
    await site.settled(() => button('Make the reports').click());
    expect(await restaurants()).toEqual([['bookings', '1', '500.00']]);
  });
});

describe('the header of a delivery service, with no dish', () => {
  test('loads without a question', async () => {
    await site.choose({ name: 'deliveries.csv', content: DELIVERIES });
    await site.page.getByText('deliveries.csv', { exact: true }).waitFor();
    await site.waitFor('ready');
    expect(await site.page.getByRole('dialog').count()).toBe(0);
    expect(await restaurants()).toEqual([['Bella', '1', '31.40']]);
    expect(
      await site.page.locator('section[data-report="profitable_dishes"]').innerText(),
    ).toContain('Not in this file: this report needs a dish column.');
  });
});

describe('unknown columns', () => {
  test('are matched by keyboard alone, and the mapping is remembered until it is forgotten', async () => {
    await site.choose({ name: 'november.csv', content: KASSE });
    await site.waitFor('mapping');
    const asked = dialog('Which column holds what?');
    await asked.waitFor();
    const roleOf = (column: string) => site.page.getByLabel(`Role of ${column}`, { exact: true });
    for (const [column, role] of [
      ['Wo', 'Not used'],
      ['Was', 'Not used'],
      ['Wer', 'Not used'],
    ] as const) {
      await roleOf(column).selectOption({ label: role });
    }
    expect(await outcome()).toMatch(/^Choose a dish or a customer column/);
    expect(await button('Make the reports').isDisabled()).toBe(true);
    await roleOf('Wo').focus();
    await site.page.keyboard.type('Rest');
    await site.page.keyboard.press('Tab');
    await site.page.keyboard.type('Dish');
    await site.page.keyboard.press('Tab');
    await site.page.keyboard.type('Cust');
    await expect.poll(outcome).toBe('This gives all 5 reports.');
    await button('Make the reports').focus();
    await site.settled(() => site.page.keyboard.press('Enter'));
    expect(await restaurants()).toEqual([['Luna', '2', '8.80']]);

    // At the next visit, another file with the same header needs no question.
    await site.open();
    await site.waitFor('ready');
    await site.settled(() => site.choose({ name: 'december.csv', content: KASSE }));
    expect(await restaurants()).toEqual([['Luna', '2', '8.80']]);
    await button('Change how december.csv is read').click();
    await button('Forget what was remembered').click();
    await button('Cancel').click();
    await site.open();
    await site.waitFor('ready');
    await site.choose({ name: 'december.csv', content: KASSE });
    await site.waitFor('mapping');
    // Escape cancels, and the sample stays.
    await site.page.keyboard.press('Escape');
    await site.waitFor('ready');
    expect(await site.receipt()).toMatchObject({ read: 150_000 });
  });

  test('of a bank statement can be matched by hand', async () => {
    await site.choose({ name: 'a.csv', content: 'Date,Description,Amount\n1 May,Tea,2.50\n' });
    await site.waitFor('failed');
    await button('Match the columns by hand').click();
    await site.waitFor('mapping');
    await site.page.getByLabel('Role of Description').selectOption({ label: 'Dish' });
    await site.settled(() => button('Make the reports').click());
    expect(await site.tableRows('popular_dishes')).toContainEqual(['Tea', '1']);
  });
});

describe('how a file is read', () => {
  test('can be changed, and the preview shows the effect at once', async () => {
    // The file is too short for a detector to be sure of Shift_JIS.
    const shiftJis = readFileSync(path.join('tests/cases/shift-jis', 'orders.csv'));
    await site.load({ name: '店.csv', content: shiftJis });
    await button('Change how 店.csv is read').click();
    await site.waitFor('mapping');
    const rows = site.page.getByRole('region', { name: 'First rows of the file' });
    const before = await rows.innerText();
    const encoding = site.page.getByLabel('Encoding');
    await encoding.selectOption({ label: 'Windows-1252 (Western)' });
    await expect.poll(() => rows.innerText()).not.toBe(before);
    await encoding.selectOption({ label: 'Shift_JIS (Japanese)' });
    await expect.poll(() => rows.innerText()).toBe(before);
    await site.page.getByLabel('Header', { exact: true }).selectOption({ label: 'None' });
    await expect.poll(() => rows.innerText()).toContain('Column 1');
    await button('Cancel').click();
    await site.waitFor('ready');
  });

  test('can be changed to another sheet of a workbook', async () => {
    const row = (...cells: string[]) =>
      `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
    const sheet = (dish: string) => row('Store', 'Item', 'Price') + row('A', dish, '1.50');
    const sheets = [
      { name: 'Monday', rows: sheet('tea') },
      { name: 'Tuesday', rows: sheet('soup') },
    ];
    await site.load({ name: 'week.xlsx', content: Buffer.from(workbookBytes({ sheets })) });
    expect(await site.tableRows('popular_dishes')).toContainEqual(['tea', '1']);
    await button('Change how week.xlsx is read').click();
    await site.page.getByLabel('Sheet', { exact: true }).selectOption({ label: 'Tuesday' });
    const rows = site.page.getByRole('region', { name: 'First rows of the file' });
    await expect.poll(() => rows.innerText()).toContain('soup');
    await site.settled(() => button('Apply').click());
    expect(await site.tableRows('popular_dishes')).toContainEqual(['soup', '1']);
  });

  test('can be changed to another decimal mark', async () => {
    const content = `${CANONICAL}A,tea,Bob,1.500\nA,tea,Bob,2.500\n`;
    // Both decimal marks are possible, so the dialog asks and proposes the point.
    await site.load({ name: 'a.csv', content });
    expect(await restaurants()).toEqual([['A', '1', '4.00']]);
    await button('Change how a.csv is read').click();
    await site.page.getByLabel('Decimal mark').selectOption({ label: 'Comma, as in 4,50' });
    await site.settled(() => button('Apply').click());
    expect(await restaurants()).toEqual([['A', '1', '4,000.00']]);
  });
});

describe('the focus', () => {
  const focused = () =>
    site.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? 'none');

  test('returns to its place when a dialog is cancelled or answered', async () => {
    await site.load({ name: 'a.csv', content: `${CANONICAL}A,tea,Bob,1.00\n` });
    const change = button('Change how a.csv is read');
    await change.click();
    await dialog('Which column holds what?').waitFor();
    await site.page.keyboard.press('Escape');
    await site.waitFor('ready');
    expect(await focused()).toBe('Change how a.csv is read');
    await change.press('Enter');
    await site.settled(() => button('Apply').click());
    expect(await focused()).toBe('Change how a.csv is read');
  });

  test('moves to the heading of the next kind of file', async () => {
    await site.choose(
      { name: 'a.csv', content: 'Item,Price\ntea,1.00\n' },
      { name: 'b.csv', content: KASSE },
    );
    await dialog('Whose orders are these?').waitFor();
    await site.page.getByLabel('Name of the restaurant').press('Enter');
    const asked = dialog('Which column holds what?');
    await asked.waitFor();
    expect(await asked.getByText('2 of 2 kinds of files').count()).toBe(1);
    expect(await site.page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await site.settled(() => button('Make the reports').click());
    expect(await restaurants()).toEqual([
      ['Luna', '2', '8.80'],
      ['a', '—', '1.00'],
    ]);
    expect(await site.page.locator('section[data-report="customer_stats"]').innerText()).toContain(
      '1 of 2 files has no customer column',
    );
  });
});

describe('an unreadable file beside a readable one', () => {
  test('is left out with a message', async () => {
    await site.choose(
      { name: 'a.csv', content: `${CANONICAL}A,tea,Bob,1.00\n` },
      { name: 'README.txt', content: 'Exported by the till\n' },
    );
    await site.page.getByText('One file was not read; the others were.').waitFor();
    expect(await restaurants()).toEqual([['A', '1', '1.00']]);
    const alert = await site.page.getByRole('alert').innerText();
    expect(alert).toContain('README.txt');
    await button('Dismiss').click();
    expect(await site.page.getByRole('alert').count()).toBe(0);
  });
});
