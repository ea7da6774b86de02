import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseFromDisk, comeBack, dropFromDisk, leaveDisk, put, take, useDisk } from './disk';
import { useSite } from './site';

const site = useSite();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const MONDAY = `${HEADER}A,tea,Bob,1.00\nA,soup,Ann,2.00\n`;
const TUESDAY = `${MONDAY}B,tea,Cy,4.00\n`;

const reload = () => site.page.getByRole('button', { name: 'Reload from disk' });
const offer = () => site.page.getByRole('complementary', { name: 'Changed files' });

async function openFromDisk(...names: string[]): Promise<void> {
  await site.settled(() => chooseFromDisk(site, ...names));
}

describe('files chosen with handles', () => {
  beforeEach(() => useDisk(site));
  afterEach(() => leaveDisk(site));

  test('are read again with one click, and only those that have changed', async () => {
    await put(site, 'a.csv', MONDAY);
    await put(site, 'b.csv', `${HEADER}C,cake,Di,3.00\n`);
    await openFromDisk('a.csv', 'b.csv');
    expect(await site.receipt()).toEqual({ read: 3, kept: 3, rejected: 0 });
    await reload().click();
    await site.page.getByText('Nothing has changed on disk.').waitFor();
    await put(site, 'a.csv', TUESDAY);
    const progress = await site.watchProgress();
    await site.settled(() => reload().click());
    expect(await site.receipt()).toEqual({ read: 4, kept: 4, rejected: 0 });
    expect((await progress()).map(({ text }) => text).join()).not.toContain('b.csv');
    await site.page.getByText('a.csv, b.csv', { exact: true }).waitFor();
    expect((await site.tableRows('restaurant_stats')).slice(1)).toEqual([
      ['A', '2', '3.00'],
      ['B', '1', '4.00'],
      ['C', '1', '3.00'],
    ]);
  });

  test('are offered for another reading when they have changed', async () => {
    await put(site, 'orders.csv', MONDAY);
    await openFromDisk('orders.csv');
    await comeBack(site);
    expect(await offer().count()).toBe(0);
    await put(site, 'orders.csv', TUESDAY);
    const top = () => site.page.locator('[data-report]').first().boundingBox();
    const before = await top();
    await comeBack(site);
    await offer().getByText('orders.csv has changed on disk.').waitFor();
    expect(await top()).toEqual(before);
    await site.settled(() => offer().getByRole('button', { name: 'Reload from disk' }).click());
    expect(await site.receipt()).toEqual({ read: 3, kept: 3, rejected: 0 });
    expect(await offer().count()).toBe(0);
  });

  test('are not offered again after a dismissal, until they change again', async () => {
    await put(site, 'orders.csv', MONDAY);
    await openFromDisk('orders.csv');
    await put(site, 'orders.csv', TUESDAY);
    await comeBack(site);
    await offer().getByRole('button', { name: 'Dismiss' }).click();
    await comeBack(site);
    await comeBack(site);
    expect(await offer().count()).toBe(0);
  });

  test('are reported where they are gone, and the reports stay', async () => {
    await put(site, 'orders.csv', MONDAY);
    await openFromDisk('orders.csv');
    await take(site, 'orders.csv');
    await comeBack(site);
    await reload().click();
    const alert = site.page.getByRole('alert');
    await alert.getByText('This file can no longer be found.').waitFor();
    expect(await alert.innerText()).toContain('orders.csv');
    expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
    await put(site, 'orders.csv', TUESDAY);
    await site.settled(() => reload().click());
    expect(await site.receipt()).toEqual({ read: 3, kept: 3, rejected: 0 });
  });

  test('are reported where the browser denies access, and the reports stay', async () => {
    await put(site, 'orders.csv', MONDAY);
    await openFromDisk('orders.csv');
    await site.page.evaluate(() => {
      const { prototype } = FileSystemFileHandle;
      const { queryPermission, requestPermission } = prototype as unknown as Record<
        string,
        unknown
      >;
      Object.assign(globalThis, {
        restorePermissions: () => Object.assign(prototype, { queryPermission, requestPermission }),
      });
      Object.assign(prototype, {
        queryPermission: () => Promise.resolve('prompt'),
        requestPermission: () => Promise.resolve('denied'),
      });
    });
    await put(site, 'orders.csv', TUESDAY);
    await comeBack(site);
    expect(await offer().count()).toBe(0);
    await reload().click();
    await site.page.getByText('does not let this page read the file again').waitFor();
    expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
    await site.page.evaluate(() => {
      (globalThis as unknown as { restorePermissions: () => void }).restorePermissions();
    });
  });

  test('are read with the earlier answers', async () => {
    await put(site, 'till.csv', 'Artikel;Preis\nTee;1,50\n');
    await site.clear();
    await chooseFromDisk(site, 'till.csv');
    const dialog = site.page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Café Luna');
    await dialog.getByRole('button', { name: 'Make the reports' }).click();
    await expect.poll(async () => (await site.receipt()).read).toBe(1);
    await put(site, 'till.csv', 'Artikel;Preis\nTee;1,50\nKuchen;3,00\n');
    await reload().click();
    await expect.poll(async () => (await site.receipt()).read).toBe(2);
    expect(await dialog.count()).toBe(0);
    expect((await site.tableRows('restaurant_stats')).slice(1)).toEqual([
      ['Café Luna', '—', '4.50'],
    ]);
  });
});

describe('a dropped folder', () => {
  beforeEach(() => useDisk(site));
  afterEach(() => leaveDisk(site));

  test('is searched again: new files are added, and removed ones stay away', async () => {
    await put(site, 'nightly/1.csv', `${HEADER}A,tea,Bob,1.00\n`);
    await put(site, 'nightly/2.csv', `${HEADER}A,tea,Bob,2.00\n`);
    await put(site, 'nightly/notes.txt', 'nothing of interest\n');
    await site.settled(() => dropFromDisk(site, 'nightly'));
    await site.page.getByRole('button', { name: 'Remove 1.csv' }).click();
    await site.page.getByText('2.csv', { exact: true }).waitFor();
    await comeBack(site);
    expect(await offer().count()).toBe(0);
    await put(site, 'nightly/3.csv', `${HEADER}A,tea,Bob,4.00\n`);
    await comeBack(site);
    await offer().getByText('3.csv is new in the folder.').waitFor();
    await site.settled(() => offer().getByRole('button', { name: 'Reload from disk' }).click());
    await site.page.getByText('2.csv, 3.csv', { exact: true }).waitFor();
    expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
  });
});

describe('without handles', () => {
  test('the button asks for the files again, and they replace those on screen', async () => {
    await site.load({ name: 'a.csv', content: MONDAY }, { name: 'b.csv', content: MONDAY });
    const choosing = site.page.waitForEvent('filechooser');
    await site.page.getByRole('button', { name: 'Choose the files again' }).click();
    const chooser = await choosing;
    await site.settled(() =>
      chooser.setFiles([{ name: 'b.csv', mimeType: 'text/csv', buffer: Buffer.from(TUESDAY) }]),
    );
    await site.page.getByText('a.csv, b.csv', { exact: true }).waitFor();
    expect(await site.receipt()).toEqual({ read: 5, kept: 5, rejected: 0 });
  });

  test('a paste, which is not on the disk, has no such button', async () => {
    await site.settled(() =>
      site.page.evaluate((text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }, MONDAY),
    );
    expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
    expect(await site.page.getByRole('button', { name: /again|from disk/ }).count()).toBe(0);
  });
});
