import { describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { useSite } from './site';

const site = useSite();

/** Letters that occur in no other text of the page. */
const MARKER = /zqxqz/i;
const NAMES = Array.from({ length: 40 }, (_, index) => `Zqxqz${String(index).padStart(2, '0')}`);
const CONTENT = [
  'restaurant,dish,customer,price,surname',
  ...NAMES.map((name) => `Inn,soup,${name},2,Zqxqzsurname`),
  ...['  Zqxqz00 ', 'zqxqz00', 'ＺＱＸＱＺ00'].map((name) => `Bar,tea,${name},3,Zqxqzsurname`),
  'Inn,tea,Zqxqz00,Zqxqzshifted,x',
  'Zqxqzinn,Zqxqzdish,Zqxqz00,free,x',
  'Inn,soup,,1,Zqxqzsurname',
  'Inn,soup,Zqxqz00',
  ...Array.from({ length: 60 }, () => 'Inn,soup,Zqxqz07,2,same'),
  '',
].join('\n');

const ONE_GUEST = {
  name: 'other.csv',
  content: 'restaurant,dish,customer,price\nOther,tea,Zqxqz00,1\n',
};

const checkbox = () => site.page.getByRole('checkbox', { name: 'Hide guest names' });

async function open(): Promise<void> {
  await site.show({ name: 'guests.csv', content: CONTENT });
  await site.page.getByText('All 9 checks passed').waitFor();
}

async function hide(): Promise<void> {
  await checkbox().check();
  await site.page
    .getByRole('button', { name: /^Guest [0-9A-Z]{12}$/ })
    .first()
    .waitFor();
  await site.waitFor('ready');
  await site.page.getByText('All 9 checks passed').waitFor();
}

/** All texts, attributes and field values of the document, including hidden ones. */
function everything(): Promise<string> {
  return site.page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')];
    const values = fields.map(({ value }) => value).join('\n');
    return [document.documentElement.outerHTML, document.title, location.href, values].join('\n');
  });
}

/** Opens all details, explanations and tables of charts. */
async function openAll(): Promise<void> {
  await site.page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
  for (const name of [/^Explain this number/, /^Show as table/]) {
    for (const button of await site.page.getByRole('button', { name }).all()) await button.click();
  }
}

describe('hidden guests', () => {
  test('appear by name neither on the page, nor in its panels, nor on paper', async () => {
    await open();
    expect(await everything()).toMatch(MARKER);
    await hide();
    expect(await checkbox().evaluate((input) => input === document.activeElement)).toBe(true);
    await openAll();
    expect(await everything()).not.toMatch(MARKER);

    const stats = site.page.locator('section[data-report="customer_stats"]');
    const guest = stats.getByRole('button', { name: /^Guest / }).first();
    const name = await guest.innerText();
    await guest.click();
    await site.page.getByRole('dialog').getByText('The customer at each restaurant').waitFor();
    expect(await site.page.getByRole('dialog').getByRole('heading').innerText()).toBe(name);
    expect(await everything()).not.toMatch(MARKER);
    await site.page.getByRole('button', { name: 'Close' }).click();

    await stats.getByRole('searchbox').fill('zqxqz');
    await stats.locator('p.none').waitFor();
    await stats.getByRole('searchbox').fill(name);
    await expect.poll(async () => (await site.tableRows('customer_stats')).length).toBeLessThan(16);
    await stats.getByRole('searchbox').fill('');

    await site.pick({ label: 'Inn' });
    await site.page.getByRole('heading', { name: 'Who visited Inn the most?' }).waitFor();
    await openAll();
    expect(await everything()).not.toMatch(MARKER);
    await site.page.emulateMedia({ media: 'print' });
    expect(await everything()).not.toMatch(MARKER);
    await site.page.emulateMedia({ media: 'screen' });

    await site.page
      .getByRole('button', { name: /^Change/ })
      .first()
      .click();
    await site.page.getByRole('dialog').waitFor();
    expect(await everything()).not.toMatch(MARKER);
  });

  test('are in no download', async () => {
    await open();
    await hide();
    const { content } = await site.download('Download all (ZIP)');
    const entries = Object.entries(unzipSync(content));
    expect(entries).toHaveLength(6);
    const report = await site.download('Download HTML report');
    expect(report.content.toString('utf8')).not.toMatch(MARKER);
    expect(report.content.toString('utf8')).toMatch(/Guest [0-9A-Z]{12}/);
    const kit = await site.download('Download BigQuery kit');
    const kitEntries = Object.entries(unzipSync(kit.content));
    expect(kitEntries.map(([name]) => name)).toContain('tables/customer_stats.csv');
    for (const [name, bytes] of [...entries, ...kitEntries]) {
      expect(Buffer.from(bytes).toString('utf8'), name).not.toMatch(MARKER);
    }
    for (const button of [
      'Download customer_stats.csv',
      'Download frequent_visitors.csv',
      'Spreadsheet copy of customer_stats',
      'Spreadsheet copy of frequent_visitors',
      'Download rejected_rows.csv',
    ]) {
      const file = await site.download(button);
      expect(file.content.toString('utf8'), button).not.toMatch(MARKER);
      expect(file.content.toString('utf8'), button).toMatch(/Guest [0-9A-Z]{12}/);
    }
  });

  test('have the same pseudonyms in another file, and their names again when they are not hidden', async () => {
    await open();
    const rows = () => site.tableRows('customer_stats');
    const plain = await rows();
    await hide();
    const hidden = await rows();
    expect(hidden).toHaveLength(plain.length);
    await checkbox().uncheck();
    await expect.poll(rows).toEqual(plain);
    expect(await everything()).toMatch(MARKER);

    await hide();
    await site.load(ONE_GUEST);
    await expect.poll(async () => (await rows()).length).toBe(2);
    // In both files, the first row is the guest Zqxqz00.
    expect((await rows())[1]?.[0]).toBe(hidden[1]?.[0]);
    expect(await everything()).not.toMatch(MARKER);
  });
});

describe('after a reload', () => {
  const site = useSite({ fresh: true });

  test('hidden guests keep their pseudonyms, and are never shown by name', async () => {
    await site.openSample();
    const [, [name = ''] = []] = await site.tableRows('customer_stats');
    await site.load({ name: 'guests.csv', content: CONTENT });
    await site.page.getByRole('checkbox', { name: 'Hide guest names' }).check();
    const guests = site.page.getByRole('button', { name: /^Guest [0-9A-Z]{12}$/ });
    await guests.first().waitFor();
    await site.waitFor('ready');
    // The first row is Zqxqz00, the only guest who visited two restaurants.
    const pseudonym = (await site.tableRows('customer_stats'))[1]?.[0];
    await site.page.addInitScript((marker) => {
      Object.assign(globalThis, { seen: false });
      new MutationObserver(() => {
        const rows = document.querySelector('section[data-report="customer_stats"]');
        if (rows?.textContent.includes(marker)) Object.assign(globalThis, { seen: true });
      }).observe(document, { subtree: true, childList: true });
    }, name);
    await site.page.reload();
    await site.waitFor('ready');
    expect((await site.tableRows('customer_stats'))[1]?.[0]).toMatch(/^Guest /);
    const seen = await site.page.evaluate(() => (globalThis as unknown as { seen: boolean }).seen);
    expect(seen).toBe(false);
    expect(await site.page.getByRole('checkbox', { name: 'Hide guest names' }).isChecked()).toBe(
      true,
    );
    await site.load(ONE_GUEST);
    const rows = () => site.tableRows('customer_stats');
    await expect.poll(async () => (await rows()).length).toBe(2);
    expect((await rows())[1]?.[0]).toBe(pseudonym);
    expect(await site.page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(MARKER);
  });
});
