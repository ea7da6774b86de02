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
const plain = (text: string) => text.replace(/\s+/g, ' ');

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

describe('the receipt', () => {
  test('accounts for every line, and says what was tidied', async () => {
    await site.openSample();
    expect(plain(await loaded().innerText())).toContain(
      '150,001 lines = 1 of header + 0 blank + 150,000 of records',
    );
    const content = `${HEADER}\nA, tea ,Bob,1.505\nA,"green\ntea",Bob,-2.00\nA,pie,Ann,0\nA,pie\n`;
    await site.load({ name: 'tidied.csv', content });
    expect(await site.receipt()).toEqual({ read: 4, kept: 3, rejected: 1 });
    const text = plain(await loaded().innerText());
    expect(text).toContain('✓ adds up');
    expect(text).toContain('7 lines = 1 of header + 1 blank + 5 of records');
    expect(text).toContain(
      'Tidied: 2 names trimmed (“ tea ” to “tea” in line 3; “green↵tea” to “green tea” in line 4)',
    );
    expect(text).toContain('1 price rounded (“1.505” to “1.51” in line 3)');
    expect(text).toContain('1 refund (-2.00 in line 4)');
    expect(text).toContain('1 price of zero (0.00 in line 6)');
  });

  test('shows the first records rejected for each reason, and what to do about them', async () => {
    await site.openSample();
    const content = `${HEADER}A,tea,Bob,1\n${'A,,Bob,free\n'.repeat(7)}A,tea\n`;
    await site.load({ name: 'bad.csv', content });
    await site.page.getByRole('heading', { name: '8 records rejected' }).waitFor();
    const reason = site.page.getByText('bad price (7)');
    await reason.click();
    const table = site.page.getByRole('table', {
      name: 'The first records rejected for bad price',
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
    await site.page.getByText(/Write the price as a plain number, such as 4\.50/).waitFor();
    await site.page.getByText('too few columns (1)').click();
    const short = site.page.getByRole('table', {
      name: 'The first records rejected for too few columns',
    });
    expect(plain(await short.innerText())).toMatch(/ Line As it stands in the file 10 A,tea$/);
  });

  test('a mended rejected_rows.csv is added, and the tables are what they would have been', async () => {
    await site.openSample();
    // No restaurant, and names that nobody knows: what was decided of the file holds for its records.
    const header = 'Wer;Was;Wieviel\n';
    const good = 'Ann;tea;1,50\nBob;soup;2,50\nAnn;pie;3,00\n';
    const bad = 'Bob;;2,50\nAnn;soup;1.000,00 viel\nCy;tea\n';
    const mended = 'Bob;pie;2,50\nAnn;soup;1.000,00\nCy;tea;1,50\n';
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
    await load(good + mended);
    const wanted = await fiveTables();
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
    expect(await fiveTables()).toEqual(wanted);
  });
});

describe('a stray quote', () => {
  test('is said with its line and all that it swallowed, and read as text at a click', async () => {
    await site.openSample();
    await site.load({ name: 'quote.csv', content: withLine(12, 'Diner,"5 inch pie,Cy,2.50') });
    expect(await site.receipt()).toEqual({ read: 11, kept: 10, rejected: 1 });
    expect(await notices().innerText()).toContain(
      'Line 12 opens a quote that swallowed the 29 lines after it.',
    );
    await site.settled(() => button('Read the quote as text').click());
    expect(await site.receipt()).toEqual({ read: 40, kept: 40, rejected: 0 });
    expect(await notices().count()).toBe(0);
    expect(await loaded().innerText()).toContain('stray quotes are text');
    const { content } = await site.download('Download popular_dishes.csv');
    expect(content.toString('utf8')).toContain('"""5 inch pie"');
  });

  test('that swallowed every order is told as a failure with the same way on', async () => {
    await site.openSample();
    await site.choose({ name: 'quote.csv', content: withLine(2, 'Diner,"tea,Ann,1.50') });
    await site.waitFor('failed');
    const alert = site.page.getByRole('alert');
    expect(await alert.innerText()).toContain(
      'Line 2 opens a quote that swallowed the 39 lines after it.',
    );
    await site.settled(() => button('Read the quote as text').click());
    expect(await site.receipt()).toEqual({ read: 40, kept: 40, rejected: 0 });
  });
});

describe('a file that changes in its middle', () => {
  test('a column that appears is said, and its records are read at a click', async () => {
    await site.openSample();
    const wide = ORDERS.map((order) => order.replace(/,(?=[^,]*$)/, ',card,'));
    const content = `${HEADER}${[...ORDERS, ...wide].join('\n')}\n`;
    await site.load({ name: 'update.csv', content });
    expect(await site.receipt()).toEqual({ read: 80, kept: 40, rejected: 40 });
    expect(await notices().innerText()).toContain(
      'From line 42 on, 40 records have 5 columns, where the header has 4: a column appears.',
    );
    await site.settled(() => button('Read these records too').click());
    expect(await site.receipt()).toEqual({ read: 80, kept: 80, rejected: 0 });
    await site.load({
      name: 'twice.csv',
      content: `${HEADER}${[...ORDERS, ...ORDERS].join('\n')}`,
    });
    const twice = await fiveTables();
    await site.load({ name: 'update.csv', content });
    await site.settled(() => button('Read these records too').click());
    expect(await fiveTables()).toEqual(twice);
  });

  test('a repeated header and a total are said, and in no report', async () => {
    await site.openSample();
    const total = ORDERS.reduce((sum, order) => sum + Number(order.split(',')[3]) * 2, 0);
    const content = `${HEADER}${ORDERS.join('\n')}\n${HEADER}${ORDERS.join('\n')}\nTotal,,,${total.toFixed(2)}\n`;
    await site.load({ name: 'joined.csv', content });
    expect(await site.receipt()).toEqual({ read: 81, kept: 80, rejected: 1 });
    const said = await notices().innerText();
    expect(said).toContain('Line 42 repeats the header, and is no record.');
    expect(said).toContain(
      'Line 83 is a total (“Total”, 280.00): it is in no report. The lines kept come to exactly that.',
    );
  });
});
