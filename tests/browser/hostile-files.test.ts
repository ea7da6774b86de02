import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { workbookBytes } from '../support/workbook';
import { useSite, type Upload } from './site';

const site = useSite();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const NORMAL = { name: 'normal.csv', content: `${HEADER}A,tea,Bob,1.50\nA,soup,Ann,2.00\n` };
const BEFORE = { name: 'before.csv', content: `${HEADER}B,tea,Bob,1\n` };
const MB = 1024 * 1024;

const elements = () => site.page.evaluate(() => document.querySelectorAll('*').length);
const isWithin = () =>
  site.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

/**
 * Makes a gzip that unpacks to gigabytes of zeros. A deflate block between two full flushes can be
 * repeated.
 */
function endlessGzip(): Buffer {
  const head = gzipSync(`${HEADER}A,tea,Bob,1\n`).subarray(0, 10);
  const options = { finishFlush: constants.Z_FULL_FLUSH };
  const orders = deflateRawSync(`${HEADER}A,tea,Bob,1\n`, options);
  const zeros = deflateRawSync(Buffer.alloc(16 * MB), options);
  return Buffer.concat([head, orders, ...Array.from({ length: 600 }, () => zeros)]);
}

/**
 * Makes a ZIP whose directory lists its first entry repeatedly, with a wrong size if `size` is
 * given.
 */
function lyingZip(entries: number, size?: number): Buffer {
  const zip = Buffer.from(zipSync({ 'a.csv': strToU8(NORMAL.content) }));
  const at = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const entry = Buffer.from(zip.subarray(at, zip.indexOf(Buffer.from('PK\x05\x06', 'latin1'))));
  const end = Buffer.from(zip.subarray(at + entry.length));
  if (size !== undefined) entry.writeUInt32LE(size, 24);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(entry.length * entries, 12);
  return Buffer.concat([zip.subarray(0, at), ...new Array<Buffer>(entries).fill(entry), end]);
}

const manyStrings = () =>
  Buffer.from(
    workbookBytes({
      sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>' }],
      parts: { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(60 * MB)}</sst>` },
    }),
  );

const REFUSED: [string, () => Upload, RegExp][] = [
  [
    'an archive of 20,000 entries',
    () => ({ name: 'many.zip', content: lyingZip(20_000) }),
    /too many files/,
  ],
  [
    'an entry that is larger than it says',
    () => ({ name: 'small.zip', content: lyingZip(1, 5) }),
    /could not be read/,
  ],
  [
    'a workbook that unpacks to 300 MB of strings',
    () => ({ name: 'strings.xlsx', content: manyStrings() }),
    /too large|could not be read/,
  ],
];

describe('a malicious file', () => {
  test.each(REFUSED)(
    '%s is refused with a sentence, and the next file loads',
    async (_, make, words) => {
      await site.show(BEFORE);
      await site.choose(make());
      await site.page.getByRole('alert').waitFor();
      expect(await site.page.getByRole('alert').innerText()).toMatch(words);
      expect(await site.receipt()).toEqual({ read: 1, kept: 1, rejected: 0 });
      await site.load(NORMAL);
      expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
    },
  );

  test('cells of 1 MB are clipped on the page', async () => {
    await site.page.setViewportSize({ width: 360, height: 800 });
    const cells = ['x', 'lorem ipsum ', 'Z\u0300\u0489', '\u202e'].map((part) =>
      part.repeat(Math.ceil(MB / part.length)),
    );
    // Cleaning a megabyte of marks takes a second, so each cell occurs once or twice.
    const lines = [
      `${cells[0]!},${cells[1]!},Bob,1.50`,
      `${cells[3]!},tea,${cells[2]!},1.50`,
      `${cells[1]!},tea,Bob,${cells[0]!}`,
    ];
    await site.load({ name: `${'n'.repeat(1000)}.csv`, content: HEADER + lines.join('\n') });
    expect(await site.receipt()).toEqual({ read: 3, kept: 2, rejected: 1 });
    for (const reason of await site.page.locator('section details > summary').all()) {
      if (await reason.isVisible()) await reason.click();
    }
    const shown = await site.page.evaluate(() => document.body.textContent.length);
    expect(shown).toBeLessThan(200_000);
    expect(await isWithin()).toBe(true);
    const { content } = await site.download('Download restaurant_stats.csv');
    expect(content.length).toBeGreaterThan(MB);
  });

  test('ten thousand columns are mapped without listing them all', async () => {
    await site.openSample();
    const header = Array.from({ length: 10_000 }, (_, column) => `c${String(column)}`);
    const line = header.map((_, column) => String(column)).join(',');
    const content = `${header.join(',')}\n${line}\n${line}\n`;
    await site.choose({ name: 'wide.csv', content });
    await site.page.getByRole('dialog').waitFor();
    expect(await elements()).toBeLessThan(4000);
    expect(await isWithin()).toBe(true);
    await site.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await site.waitFor('ready');
  });

  test('thousands of restaurants are listed in part, and all can be found', async () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, index) => `R ${String(index)},tea,Bob,1.50\nR ${String(index)},soup,Bob,2.50`,
    );
    await site.load({ name: 'chain.csv', content: HEADER + lines.join('\n') });
    expect(await site.receipt()).toEqual({ read: 40_000, kept: 40_000, rejected: 0 });
    expect(await elements()).toBeLessThan(4000);
    const popular = site.page.locator('[data-report="popular_dishes"]');
    await popular.getByRole('button', { name: 'Show the first 500 restaurants' }).click();
    await popular.getByText(/39,000 rows of other restaurants/).waitFor();
    expect(await popular.locator('table').count()).toBe(500);

    await site.page.getByLabel('Search restaurants').fill('r 19999');
    const picker = site.page.getByLabel('Restaurant', { exact: true });
    await expect
      .poll(() => picker.locator('option').allTextContents())
      .toEqual(['All restaurants', 'R 19999']);
    await site.pick({ label: 'R 19999' });
    await site.page.getByText('Only R 19999').waitFor();
    expect((await site.tableRows('popular_dishes')).slice(1).map(([dish]) => dish)).toEqual([
      'soup',
      'tea',
    ]);
  });
});

describe('an endless gzip', () => {
  // With a shared page, the memory for the unpacked bytes would count against later tests.
  const site = useSite({ fresh: true });

  test('can be cancelled, and the next file loads', async () => {
    await site.openSample();
    const before = await site.receipt();
    await site.choose({ name: 'endless.csv.gz', content: endlessGzip() });
    await site.waitFor('working');
    await site.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await site.waitFor('ready');
    expect(await site.receipt()).toEqual(before);
    await site.load(NORMAL);
    expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
  });
});
