import { beforeEach, describe, expect, inject, test } from 'vitest';
import { chooseFromDisk, put, useDisk } from './disk';
import { useSite } from './site';

const site = useSite({ url: () => inject('siteUrl') });

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const lines = (times: number, line: string) => `${line}\n`.repeat(times);
const MONDAY = `${HEADER}${lines(3, 'A,tea,Bob,1.00')}${lines(2, 'A,soup,Ann,2.00')}A,cake,Bob,1.00\n`;
const TUESDAY = `${HEADER}${lines(3, 'A,tea,Bob,1.00')}${lines(4, 'A,soup,Ann,2.00')}A,pie,Ann,1.00\nB,tea,Cy,1.00\n`;

const monday = { name: 'monday.csv', content: MONDAY };
const tuesday = { name: 'tuesday.csv', content: TUESDAY };
const remember = () =>
  site.page.getByRole('checkbox', { name: 'Remember these reports on this device' });
const changes = () => site.page.getByRole('region', { name: 'What has changed' });
const since = () => site.page.locator('.since').allInnerTexts();

/** Returns what the browser stores for the page, without file handles. */
async function kept(): Promise<{
  store: Record<string, string>;
  databases: string[];
  text: string;
}> {
  return site.page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const entries = await Promise.all(
      names.map(
        (name) =>
          new Promise<unknown>((resolve) => {
            const opening = indexedDB.open(name);
            opening.onsuccess = () => {
              const request = opening.result
                .transaction('kept')
                .objectStore('kept')
                .getAll() as IDBRequest<unknown>;
              request.onsuccess = () => {
                opening.result.close();
                resolve(request.result);
              };
            };
          }),
      ),
    );
    const text = JSON.stringify(entries, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    return { store: { ...localStorage }, databases: names, text };
  });
}

async function rememberMonday(): Promise<void> {
  await site.load(monday);
  await remember().check();
  await site.page.getByText('Remembered in this browser.').waitFor();
}

async function revisit(): Promise<void> {
  await site.open();
  await site.waitFor('ready');
}

beforeEach(async () => {
  await site.clear();
  await site.page.getByRole('button', { name: 'Settings', exact: true }).click();
  await site.page.getByRole('button', { name: 'Forget everything' }).click();
  await site.page.getByText(/^(Removed: |There was nothing to forget\.)/).waitFor();
  await site.page.keyboard.press('Escape');
  await expect.poll(kept).toEqual({ store: {}, databases: [], text: '[]' });
});

// These tests run first, because a page that has hidden guest names keeps the pseudonym key in
// memory.
describe('“Forget everything”', () => {
  test('leaves nothing, and lists what was removed', async () => {
    await rememberMonday();
    await site.page.getByRole('checkbox', { name: 'Hide guest names' }).check();
    await site.page
      .getByRole('button', { name: /^Guest / })
      .first()
      .waitFor();
    await site.page.getByRole('button', { name: 'BigQuery and Looker Studio' }).click();
    await site.page.getByLabel('Dataset').fill('orders');
    await site.page.keyboard.press('Escape');
    await site.page.getByRole('button', { name: 'Settings', exact: true }).click();
    await site.page.getByRole('radio', { name: 'Dark' }).check();
    expect(Object.keys((await kept()).store).sort()).toEqual([
      'dishboard:bigquery',
      'dishboard:guest-key',
      'dishboard:hide-guests',
      'dishboard:remember',
      'dishboard:settings',
    ]);
    await site.page.getByRole('button', { name: 'Forget everything' }).click();
    await site.page
      .getByText(
        'Removed: settings, names for BigQuery, hidden guest names and the key of their pseudonyms, remembered reports and where their files are.',
      )
      .waitFor();
    expect(await kept()).toEqual({ store: {}, databases: [], text: '[]' });
    await site.page.getByRole('button', { name: 'Forget everything' }).click();
    await site.page.getByText('There was nothing to forget.').waitFor();
    await site.page.keyboard.press('Escape');
    expect(await remember().isChecked()).toBe(false);
    await site.load(tuesday);
    expect((await kept()).databases).toEqual([]);
  });
});

describe('what is remembered', () => {
  test('is nothing by default', async () => {
    await site.load(monday);
    await site.load(tuesday);
    expect(await remember().isChecked()).toBe(false);
    expect(await kept()).toEqual({ store: {}, databases: [], text: '[]' });
  });

  test('is names and figures, in a database named after the site’s path', async () => {
    await rememberMonday();
    const { databases, text, store } = await kept();
    expect(databases).toEqual([`dishboard:${new URL('.', site.url).pathname}`]);
    expect(store).toEqual({ 'dishboard:remember': 'yes' });
    for (const name of ['monday.csv', 'tea', 'soup', 'cake', 'Bob']) expect(text).toContain(name);
    // The three equal lines are stored as one number.
    expect(text.match(/tea/g)).toHaveLength(1);
  });

  test('is deleted when a person opts out', async () => {
    await rememberMonday();
    await remember().uncheck();
    await expect.poll(kept).toEqual({ store: {}, databases: [], text: '[]' });
  });

  test('has no guests while they are hidden, including earlier ones', async () => {
    await rememberMonday();
    await site.page.getByRole('checkbox', { name: 'Hide guest names' }).check();
    await expect.poll(async () => (await kept()).text).not.toContain('Bob');
    await site.load(tuesday);
    await changes().getByText('Since monday.csv').waitFor();
    await site.page.getByText('Remembered in this browser.').waitFor();
    const { text } = await kept();
    expect(text).toContain('pie');
    for (const guest of ['Bob', 'Ann', 'Cy']) expect(text).not.toContain(guest);
    expect(await changes().innerText()).not.toMatch(/Bob|Ann|Cy/);
  });

  test('is not stored where there is no room, which a sentence says', async () => {
    await site.page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      Object.assign(globalThis, { makeRoom: () => (IDBObjectStore.prototype.put = put) });
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await site.load(monday);
    await remember().check();
    await site.page.getByText('The browser’s storage is full').waitFor();
    expect(await site.receipt()).toEqual({ read: 6, kept: 6, rejected: 0 });
    await site.page.evaluate(() => {
      (globalThis as unknown as { makeRoom: () => void }).makeRoom();
    });
  });
});

describe('where the browser forbids storage', () => {
  const site = useSite({ fresh: true });

  test('a sentence says that nothing is remembered, and files load', async () => {
    await site.page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('forbidden', 'SecurityError');
      };
    });
    const box = site.page.getByRole('checkbox', { name: 'Remember these reports on this device' });
    await site.openSample();
    await site.load(monday);
    await box.click();
    await site.page.getByText('This browser does not let the page store anything').waitFor();
    expect(await box.isChecked()).toBe(false);
    await site.load(tuesday);
    expect(await site.receipt()).toEqual({ read: 9, kept: 9, rejected: 0 });
  });
});

describe('what has changed since', () => {
  test('is on the scorecards, in the tables and in a list, after another visit', async () => {
    await rememberMonday();
    await revisit();
    await site.page.getByText('Last time: monday.csv,').waitFor();
    expect(await changes().count()).toBe(0);
    await site.load(tuesday);
    await changes().getByText('Since monday.csv').click();
    expect(await site.page.getByText('Last time:').count()).toBe(0);
    expect(await changes().innerText()).toMatch(
      /1 new restaurant[^]*B[^]*1 new dish[^]*pie[^]*1 dish gone[^]*cake/,
    );
    // The numbers change from 2 to 3 customers, 6 to 9 visits, 8.00 to 13.00 revenue, and 1.33 to
    // 1.44 on average.
    expect((await since()).map((text) => text.split(' ')[0])).toEqual([
      '+50%',
      '+50%',
      '+63%',
      '+8.3%',
    ]);
    const first = site.page.getByRole('button', {
      name: /^\+50% since .*before: 2 in monday\.csv/,
    });
    expect(await first.count()).toBe(1);
    const moves = (report: string) =>
      site.page.locator(`[data-report="${report}"] [data-move]`).allInnerTexts();
    expect(await moves('popular_dishes')).toEqual([
      expect.stringContaining('▲1') as string,
      expect.stringContaining('▼1') as string,
      'new',
    ]);
    expect(await moves('restaurant_stats')).toEqual(['new']);
    expect(await moves('frequent_visitors')).toEqual(['before: Bob']);
    await site.pick({ label: 'A' });
    expect((await since()).map((text) => text.split(' ')[0])).toEqual([
      'unchanged',
      '+33%',
      '+50%',
      '+13%',
    ]);
    expect(await changes().innerText()).not.toContain('new restaurant');
  });

  test('can be hidden, and stays so', async () => {
    await rememberMonday();
    await site.load(tuesday);
    await changes().getByText('Since monday.csv').waitFor();
    await changes().getByLabel('Compare with').selectOption('Nothing');
    expect(await site.page.locator('.since, [data-move]').count()).toBe(0);
    await revisit();
    await site.load(monday);
    expect(await changes().getByLabel('Compare with').inputValue()).toBe('nothing');
    expect(await site.page.locator('.since, [data-move]').count()).toBe(0);
  });

  test('is nothing for the same file, and the same again when a file is loaded twice', async () => {
    await rememberMonday();
    await site.load(monday);
    await changes().getByText('nothing has changed.').waitFor();
    await site.load(tuesday);
    await changes().getByText('1 new dish').first().waitFor();
    await site.load(tuesday);
    await changes().getByText('1 new dish').first().waitFor();
    expect(await changes().innerText()).toContain('Since monday.csv');
  });

  test('is in no download', async () => {
    await rememberMonday();
    await site.load(tuesday);
    await changes().getByText('Since monday.csv').waitFor();
    const { content } = await site.download('Download popular_dishes.csv');
    expect(content.toString('utf8')).toBe(
      'restaurant_names,food_names,order_count,popularity_rank\nA,soup,4,1\nA,tea,3,2\nA,pie,1,3\nB,tea,1,1\n',
    );
  });
});

describe('with handles', () => {
  test('the last files are read again with one click, after another visit', async () => {
    await useDisk(site);
    await put(site, 'orders.csv', MONDAY);
    await site.settled(() => chooseFromDisk(site, 'orders.csv'));
    await remember().check();
    await site.page.getByText('Remembered in this browser.').waitFor();
    await put(site, 'orders.csv', TUESDAY);
    await revisit();
    await site.page.getByText('Last time: orders.csv,').waitFor();
    await site.settled(() => site.page.getByRole('button', { name: 'Reload from disk' }).click());
    expect(await site.receipt()).toEqual({ read: 9, kept: 9, rejected: 0 });
    await changes().getByText('Since orders.csv').waitFor();
  });
});
