import { describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const HEADER = 'restaurant_names,food_names,first_name,food_cost';

describe('a wrong file', () => {
  test('is explained by what was found and expected, and leaves the reports', async () => {
    await site.openSample();
    const { page } = site;
    for (const [name, content, sentences] of [
      ['empty.csv', '', ['This file is empty.', 'empty.csv', '0 bytes']],
      ['header.csv', `${HEADER}\n`, ['a header but no orders', 'header.csv, line 1']],
      ['menu.csv', '%PDF-1.7 …', ['This is a PDF document, not a CSV file.', 'menu.csv', HEADER]],
      ['photo.csv', '\x89PNG\r\n', ['This is a PNG image', 'photo.csv']],
      [
        'bank.csv',
        'Date,Description,Amount\n1,2,3\n',
        [
          'This looks like a bank statement',
          'bank.csv, line 1',
          'Date, Description, Amount',
          HEADER,
        ],
      ],
      ['list.csv', 'Berlin\nParis\n', ['No order columns were found', 'only one column: Berlin']],
      ['data.csv', '[{"dish": "tea"}]', ['This is JSON, not a CSV file.', HEADER]],
      [
        'words.csv',
        `${HEADER}\nA,tea,Bob,free\n`,
        ['No order line in this file could be used', 'words.csv, line 2', 'bad price (1)'],
      ],
    ] as const) {
      const bytes = name === 'photo.csv' ? Buffer.from(content, 'latin1') : Buffer.from(content);
      await site.choose({ name, content: bytes });
      await page.waitForFunction(
        (words) => document.querySelector('[role="alert"]')?.textContent.includes(words),
        sentences[0],
      );
      await site.waitFor('failed');
      const alert = await page.getByRole('alert').innerText();
      for (const sentence of sentences) expect(alert).toContain(sentence);
      expect(await site.receipt()).toEqual({ read: 150_000, kept: 150_000, rejected: 0 });
      expect(await page.getByRole('status').textContent()).toBe('The file could not be loaded.');
    }
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await site.waitFor('ready');
    expect(await page.getByRole('alert').count()).toBe(0);
    await site.load({ name: 'good.csv', content: `${HEADER}\nA,tea,Bob,1\n` });
    expect(await site.receipt()).toEqual({ read: 1, kept: 1, rejected: 0 });
  });
});

describe('a failure outside the viewport', () => {
  test('is scrolled into view', async () => {
    await site.openSample();
    await site.page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await site.choose({ name: 'menu.csv', content: '%PDF-1.7' });
    await site.waitFor('failed');
    await expect
      .poll(() =>
        site.page.getByRole('alert').evaluate((alert) => {
          const { top, bottom } = alert.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
  });
});

describe('the engine’s download', () => {
  const site = useSite({ fresh: true });

  test('shows its bytes, can be cancelled, and continues in the background', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await site.page.route('**/*.gz', async (route) => {
      await held;
      await route.continue();
    });
    await site.open();
    await site.waitFor('working');
    await site.page.getByRole('progressbar', { name: 'Downloading the database engine' }).waitFor();
    await site.page.getByRole('button', { name: 'Cancel' }).click();
    await site.waitFor('idle');
    await site.page.getByRole('button', { name: 'Look at the sample' }).click();
    await site.waitFor('working');
    const progress = await site.watchProgress();
    release();
    await site.waitFor('ready');
    const texts = (await progress()).map(({ text }) => text).join('\n');
    expect(texts).toMatch(/Downloading the database engine\s+[\d.]+ MB of 7\.\d MB/);
    expect(await site.receipt()).toMatchObject({ read: 150_000 });
  });
});

describe('a load under way', () => {
  test('keeps the old reports and shows its progress', async () => {
    await site.openSample();
    const progress = await site.watchProgress();
    await site.load({
      name: 'large.csv',
      content: `${HEADER}\n${'B,tea,Bob,1.00\n'.repeat(600_000)}`,
    });
    const seen = await progress();
    expect(seen.map(({ text }) => text).join('\n')).toMatch(
      /Reading large\.csv\s+[\d.]+ MB of 9\.0 MB, [\d,]+ order lines/,
    );
    for (const { read } of seen) expect(read).toBe(150_000);
    expect(await site.receipt()).toMatchObject({ read: 600_000 });
  });

  test('is cancelled at once, and the next file is read', async () => {
    await site.openSample();
    const release = await site.holdReading();
    await site.choose({ name: 'held.csv', content: `${HEADER}\nB,tea,Bob,1.00\n` });
    await site.page.getByRole('progressbar', { name: 'Reading held.csv' }).waitFor();
    await site.page.getByRole('button', { name: 'Cancel' }).click();
    await site.waitFor('ready');
    expect(await site.receipt()).toMatchObject({ read: 150_000 });
    expect(await site.page.locator(':focus').getAttribute('aria-label')).toBe('Choose CSV files');
    await release();
    await site.load({ name: 'small.csv', content: `${HEADER}\nA,tea,Bob,1\n` });
    expect(await site.tableRows('restaurant_stats')).toEqual([
      ['Restaurant', 'Customers', 'Revenue'],
      ['A', '1', '1.00'],
    ]);
  });

  test('gives way to a second file', async () => {
    await site.openSample();
    await site.choose({
      name: 'first.csv',
      content: `${HEADER}\n${'B,tea,Bob,1.00\n'.repeat(500_000)}`,
    });
    await site.choose({ name: 'second.csv', content: `${HEADER}\nA,tea,Bob,1\n` });
    await site.page.getByText('second.csv', { exact: true }).waitFor();
    await site.waitFor('ready');
    expect(await site.receipt()).toEqual({ read: 1, kept: 1, rejected: 0 });
  });
});
