import { expect, describe, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const ORDERS = Array.from({ length: 40 }, (_, index) =>
  [
    ['Diner', 'Milk Bar'][index % 2],
    ['tea', 'soup', 'pie'][index % 3],
    ['Ann', 'Bob', 'Cy', 'Dee'][index % 4],
    `${String(1 + (index % 5))}.50`,
  ].join(','),
);

const button = (name: string) => site.page.getByRole('button', { name, exact: true });
const loaded = () => site.page.getByRole('region', { name: 'What was loaded' });
const notices = () => site.page.getByRole('list', { name: 'About these files' });

function withLine(line: number, text: string): string {
  return `${HEADER}${ORDERS.map((order, index) => (index + 2 === line ? text : order)).join('\n')}\n`;
}

async function fiveTables(): Promise<string[]> {
  const names = [
    'restaurant_stats',
    'popular_dishes',
    'profitable_dishes',
    'customer_stats',
    'frequent_visitors',
  ];
  const tables: string[] = [];
  for (const name of names) {
    tables.push((await site.download(`Download ${name}.csv`)).content.toString('utf8'));
  }
  return tables;
}

describe('a corrected rejected_rows.csv', () => {
  test('can be added, and gives the tables that a correct file would have given', async () => {
    // The columns chosen for the first file also apply to its corrected records.
    const header = 'Wer;Was;Wieviel\n';
    const good = 'Ann;tea;1,50\nBob;soup;2,50\nAnn;pie;3,00\n';
    const bad = 'Bob;;2,50\nAnn;soup;1.000,00 viel\nCy;tea\n';
    const corrected = 'Bob;pie;2,50\nAnn;soup;1.000,00\nCy;tea;1,50\n';
    const load = async (body: string) => {
      await site.choose({ name: 'orders.csv', content: header + body });
      await site.page.getByLabel('Role of Wer').selectOption({ label: 'Customer' });
      await site.page.getByLabel('Role of Was').selectOption({ label: 'Dish' });
      await site.page.getByLabel('Role of Wieviel').selectOption({ label: 'Price' });
      await site.page.getByLabel('Decimal mark').selectOption({ label: 'Comma, as in 4,50' });
      await site.page.getByLabel('Name of the restaurant').fill('Luna');
      await site.page.getByLabel('Remember').uncheck();
      await site.settled(() => button('Make the reports').click());
    };
    await load(good + corrected);
    const expected = await fiveTables();
    await button('Remove orders.csv').click();
    await load(good + bad);
    expect(await site.receipt()).toEqual({ read: 6, kept: 3, rejected: 3 });
    const { content } = await site.download('Download rejected_rows.csv');
    const rejected = content.toString('utf8');
    const back = rejected
      .replace('Luna,Bob,,"2,50"', 'Luna,Bob,pie,"2,50"')
      .replace(' viel', '')
      .replace('Luna,,,,Cy;tea', 'Luna,Cy,tea,"1,50",');
    expect(back).not.toBe(rejected);
    await site.choose({ name: 'rejected_rows.csv', content: back });
    await site.settled(() => button('Add to these').click());
    expect(await site.receipt()).toEqual({ read: 9, kept: 6, rejected: 3 });
    expect(await fiveTables()).toEqual(expected);
  });
});

describe('a stray quote', () => {
  test('is shown with its line and the lines inside it, and read as text at a click', async () => {
    await site.load({ name: 'quote.csv', content: withLine(12, 'Diner,"5 inch pie,Cy,2.50') });
    expect(await site.receipt()).toEqual({ read: 11, kept: 10, rejected: 1 });
    expect(await notices().innerText()).toContain(
      'Line 12 opens a quote that runs over the 29 lines after it.',
    );
    await site.settled(() => button('Read the quote as text').click());
    expect(await site.receipt()).toEqual({ read: 40, kept: 40, rejected: 0 });
    expect(await notices().count()).toBe(0);
    expect(await loaded().innerText()).toContain('stray quotes are text');
    const { content } = await site.download('Download popular_dishes.csv');
    expect(content.toString('utf8')).toContain('"""5 inch pie"');
  });

  test('that takes in every order is a failure with the same way on', async () => {
    await site.choose({ name: 'quote.csv', content: withLine(2, 'Diner,"tea,Ann,1.50') });
    await site.waitFor('failed');
    const alert = site.page.getByRole('alert');
    expect(await alert.innerText()).toContain(
      'Line 2 opens a quote that runs over the 39 lines after it.',
    );
    await site.settled(() => button('Read the quote as text').click());
    expect(await site.receipt()).toEqual({ read: 40, kept: 40, rejected: 0 });
  });
});

describe('a file that changes in its middle', () => {
  test('shows a new column, and reads its records at a click', async () => {
    const wide = ORDERS.map((order) => order.replace(/,(?=[^,]*$)/, ',card,'));
    const content = `${HEADER}${[...ORDERS, ...wide].join('\n')}\n`;
    await site.load({ name: 'update.csv', content });
    expect(await site.receipt()).toEqual({ read: 80, kept: 40, rejected: 40 });
    expect(await notices().innerText()).toContain(
      'From line 42 on, 40 order lines have 5 columns, but the header has 4: a column was added.',
    );
    await site.settled(() => button('Read these lines too').click());
    expect(await site.receipt()).toEqual({ read: 80, kept: 80, rejected: 0 });
    await site.load({
      name: 'twice.csv',
      content: `${HEADER}${[...ORDERS, ...ORDERS].join('\n')}`,
    });
    const twice = await fiveTables();
    await site.load({ name: 'update.csv', content });
    await site.settled(() => button('Read these lines too').click());
    expect(await fiveTables()).toEqual(twice);
  });

  test('shows a repeated header and a total, and leaves them out of the reports', async () => {
    const total = ORDERS.reduce((sum, order) => sum + Number(order.split(',')[3]) * 2, 0);
    const content = `${HEADER}${ORDERS.join('\n')}\n${HEADER}${ORDERS.join('\n')}\nTotal,,,${total.toFixed(2)}\n`;
    await site.load({ name: 'joined.csv', content });
    expect(await site.receipt()).toEqual({ read: 81, kept: 80, rejected: 1 });
    const text = await notices().innerText();
    expect(text).toContain('Line 42 repeats the header and is not an order line.');
    expect(text).toContain(
      'Line 83 is a total (“Total”, 280.00). It is not in any report. The kept lines add up to exactly that.',
    );
  });
});
