import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';

let folder = '';
const at = (name: string) => path.join(folder, name);

function write(name: string, content: string): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dishboard-folder-'));
  write('2026/feb/orders.csv', `${HEADER}A,tea,Bob,2\nA,tea,Bob\n`);
  write('2026/jan/orders.csv', `${HEADER}A,tea,Bob,1\n`);
  write('2026/jan/more/orders.TSV', 'store\titem\tguest\tprice\nB\tsoup\tAnn\t3\n');
  for (const name of ['.DS_Store', 'jan/menu.pdf', '__MACOSX/jan/orders.csv', 'jan/~$orders.xlsx'])
    write(`2026/${name}`, '%PDF-1.7');
  write('photos/menu.pdf', '%PDF-1.7');
  write('photos/old/party.JPG', 'x');
  for (let day = 1; day <= 101; day += 1)
    write(`days/${String(day)}.csv`, `${HEADER}A,tea,Guest ${String(day)},1\n`);
  write('last.csv', `${HEADER}C,tea,Cy,4\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a dropped folder', () => {
  test('is read with its subfolders and the files beside it', async () => {
    await site.settled(() => site.drop([at('2026'), at('last.csv')]));
    const names = '2026/feb/orders.csv, orders.TSV, 2026/jan/orders.csv, last.csv';
    await site.page.getByText(names, { exact: true }).waitFor();
    expect(await site.receipt()).toEqual({ read: 5, kept: 4, rejected: 1 });
    expect((await site.tableRows('restaurant_stats')).slice(1)).toEqual([
      ['A', '1', '3.00'],
      ['B', '1', '3.00'],
      ['C', '1', '4.00'],
    ]);
    const { content } = await site.download('Download rejected_rows.csv');
    expect(content.toString('utf8')).toContain('\n2026/feb/orders.csv,3,too few columns,');
    const { name } = await site.download('Download all (ZIP)');
    expect(name).toMatch(/^dishboard_2026-feb-orders_and_3_more_/);
  });

  test('of more files than a browser lists at once is read completely', async () => {
    await site.settled(() => site.drop([at('days')]));
    await site.page.getByText(/^1\.csv, 2\.csv, 3\.csv, /).waitFor();
    expect(await site.receipt()).toEqual({ read: 101, kept: 101, rejected: 0 });
  });

  test('without a table is explained by what it holds and what is needed, and leaves the reports', async () => {
    await site.openSample();
    await site.drop([at('photos')]);
    await site.waitFor('failed');
    const alert = await site.page.getByRole('alert').innerText();
    for (const sentence of [
      'This folder has no file that this page can read.',
      'photos',
      'It contains 1 .jpg file and 1 .pdf file.',
      '.csv, .tsv, .txt, .gz, .zip, .xlsx or .parquet',
      'The reports below are the previous ones.',
    ])
      expect(alert).toContain(sentence);
    expect(await site.receipt()).toMatchObject({ read: 150_000 });
  });

  test('without a table does not stop a pending load', async () => {
    const release = await site.holdReading();
    await site.choose({ name: 'held.csv', content: `${HEADER}B,tea,Bob,1.00\n` });
    const progress = site.page.getByRole('progressbar', { name: 'Reading held.csv' });
    await progress.waitFor();
    await site.drop([at('photos')]);
    const alert = site.page.getByRole('alert');
    await alert.waitFor();
    expect(await progress.isVisible()).toBe(true);
    await release();
    await site.waitFor('ready');
    expect(await site.receipt()).toEqual({ read: 1, kept: 1, rejected: 0 });
    expect(await alert.innerText()).not.toContain('the previous ones');
    await site.page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await alert.count()).toBe(0);
    expect(await site.receipt()).toEqual({ read: 1, kept: 1, rejected: 0 });
  });
});
