import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileChooser } from 'playwright-core';
import { useSite } from './site';

const site = useSite();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const MONDAY = { name: 'monday.csv', content: `${HEADER}A,tea,Bob,1.50\nA,soup,Ann,2.00\n` };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dishboard-drop-'));
  writeFileSync(path.join(folder, MONDAY.name), MONDAY.content);
  writeFileSync(path.join(folder, 'tuesday.CSV'), 'price,guest,item,store\r\n3.00,Cy,tea,B\r\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a drop', () => {
  test('anywhere in the window loads the file', async () => {
    await site.openSample();
    await site.settled(() => site.drop([path.join(folder, MONDAY.name)], { x: 5, y: 5 }));
    await site.page.getByText('monday.csv', { exact: true }).waitFor();
    expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
    expect(await site.tableRows('restaurant_stats')).toContainEqual(['A', '2', '3.50']);
    expect(await site.page.getByText('Sample data', { exact: true }).count()).toBe(0);
  });

  test('of two files loads both together', async () => {
    await site.settled(() =>
      site.drop([path.join(folder, MONDAY.name), path.join(folder, 'tuesday.CSV')]),
    );
    await site.page.getByText('monday.csv, tuesday.CSV', { exact: true }).waitFor();
    expect(await site.receipt()).toEqual({ read: 3, kept: 3, rejected: 0 });
    const { name } = await site.download('Download all (ZIP)');
    expect(name).toMatch(/^dishboard_monday_and_1_more_/);
  });

  describe('during the first visit', () => {
    const site = useSite({ fresh: true });

    test('does not wait for the sample', async () => {
      await site.page.route('**/data-*.csv', () => undefined);
      await site.open();
      await site.drop([path.join(folder, MONDAY.name)]);
      await site.waitFor('ready');
      expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
    });
  });
});

describe('the file picker', () => {
  test('is one input, and takes the same file twice', async () => {
    expect(await site.page.locator('input[type="file"]').count()).toBe(1);
    await site.load(MONDAY);
    await site.load(MONDAY);
    expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
  });

  test('is reached by the keyboard, and opened with Enter or Space', async () => {
    const { page } = site;
    const opened: boolean[] = [];
    const note = (chooser: FileChooser) => opened.push(chooser.isMultiple());
    page.on('filechooser', note);
    // Without file handles, the page opens the file input's chooser; reload.test.ts covers the
    // other one.
    await page.evaluate(() => {
      Object.assign(globalThis, { showOpenFilePicker: undefined });
      // Starts the tab order at the body, as after a visit.
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
    });
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('aria-label')).toBe('Choose CSV files');
    await page.keyboard.press('Enter');
    await expect.poll(() => opened).toEqual([true]);
    await page.keyboard.press('Space');
    await expect.poll(() => opened).toEqual([true, true]);
    page.off('filechooser', note);
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showOpenFilePicker'));
  });
});

describe('rejected records', () => {
  test('are counted with their reasons and can be downloaded', async () => {
    const content = `${HEADER}A,tea,Bob,1\nA,,Bob,1\nA,tea,Bob,free\nA,tea\n`;
    await site.load({ name: 'some bad.csv', content });
    expect(await site.receipt()).toEqual({ read: 4, kept: 1, rejected: 3 });
    const { content: csv } = await site.download('Download rejected_rows.csv');
    expect(csv.toString('utf8')).toBe(
      [
        'source_file,line,reasons,restaurant_names,food_names,first_name,food_cost,raw_line',
        'some bad.csv,3,missing dish,A,,Bob,1,',
        'some bad.csv,4,bad price,A,tea,Bob,free,',
        'some bad.csv,5,too few columns,,,,,"A,tea"',
        '',
      ].join('\n'),
    );
  });
});

describe('hostile names', () => {
  test('are shown as text and never run', async () => {
    const evil = '<img src=x onerror=globalThis.hacked=1>';
    const content = `${HEADER}${evil},=cmd(),__proto__,1\n__proto__,${evil},constructor,2\n`;
    await site.load({ name: '"><img src=x onerror=globalThis.hacked=1>.csv', content });
    expect(await site.tableRows('restaurant_stats')).toEqual([
      ['Restaurant', 'Customers', 'Revenue'],
      [evil, '1', '1.00'],
      ['__proto__', '1', '2.00'],
    ]);
    await site.pick({ label: evil });
    expect(await site.page.locator('img').count()).toBe(0);
    expect(await site.page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    const { content: csv } = await site.download('Spreadsheet copy of popular_dishes');
    expect(csv.toString('utf8')).toContain(`${evil},'=cmd(),1,1\r\n`);
  });
});

describe('a cell of a million characters', () => {
  test('is clipped on the page, and complete in the download', async () => {
    const long = 'y'.repeat(1_000_000);
    await site.load({ name: 'long.csv', content: `${HEADER}A,tea,${long},1\n${long},tea,Bob,1\n` });
    const shown = await site.tableRows('restaurant_stats');
    expect(shown[2]![0]!.length).toBeLessThan(300);
    const isOverflowing = await site.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isOverflowing).toBe(false);
    const { content } = await site.download('Download customer_stats.csv');
    expect(content.toString('utf8')).toContain(`\n${long},1,A\n`);
  });
});

describe('the cases of tests/cases, dropped', () => {
  test('give the same files as in Node', async () => {
    for (const name of readdirSync('tests/cases')) {
      // Cases with choice.json need a person's answer, so questions.test.ts covers them.
      if (existsSync(path.join('tests/cases', name, 'choice.json'))) continue;
      const [input] = readdirSync(path.join('tests/cases', name)).filter(
        (file) => file !== 'expected',
      );
      await site.settled(() => site.drop([path.resolve('tests/cases', name, input!)]));
      const { content: archive } = await site.download('Download all (ZIP)');
      const files = Object.entries(unzipSync(archive));
      const folder = path.join('tests/cases', name, 'expected');
      const named = readdirSync(folder).filter((file) => file !== 'receipt.json');
      expect(files.map(([file]) => file).sort(), name).toEqual(named.sort());
      for (const [file, bytes] of files) {
        const expected = readFileSync(path.join('tests/cases', name, 'expected', file), 'utf8');
        expect(strFromU8(bytes), `${name}: ${file}`).toBe(expected);
      }
    }
  });
});
