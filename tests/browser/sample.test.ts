import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { referenceTables } from '../support/reference';
import { sampleLines } from '../support/sample';
import { useSite } from './site';

const site = useSite();

describe('the first visit', () => {
  test('shows the five reports of the sample by role and name, and labels it as sample data', async () => {
    await site.openSample();
    const { page } = site;
    for (const question of [
      'How many customers visited the Restaurant at the End of the Universe, and how much money did it make?',
      'What is the most popular dish at each restaurant?',
      'What is the most profitable dish at each restaurant?',
      'Who visited the most restaurants?',
      'Who visited each restaurant the most?',
    ]) {
      const report = page.getByRole('region', { name: question, exact: true });
      await expect.poll(() => report.getByRole('table').count()).toBeGreaterThan(0);
    }
    expect(await page.getByText('Sample data', { exact: true }).isVisible()).toBe(true);
    expect(await site.receipt()).toEqual({ read: 150_000, kept: 150_000, rejected: 0 });
    expect(await page.getByRole('status').textContent()).toBe(
      'Reports ready: 150,000 order lines read, 150,000 kept, 0 rejected.',
    );
  });

  test('gives the five CSVs and the ZIP, byte for byte as an independent computation', async () => {
    await site.openSample();
    const expected = Object.entries(referenceTables(sampleLines()));
    for (const [table, csv] of expected) {
      const { name, content } = await site.download(`Download ${table}.csv`);
      expect(name).toBe(`${table}.csv`);
      expect(content.toString('utf8')).toBe(csv);
    }
    const archive = await site.download('Download all (ZIP)');
    expect(archive.name).toMatch(/^dishboard_data_\d{4}-\d\d-\d\d\.zip$/);
    const entries = Object.entries(unzipSync(archive.content));
    expect(entries.map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(
      expected.map(([table, csv]) => [`${table}.csv`, csv]),
    );
    expect(
      await site.page.getByRole('button', { name: 'Download rejected_rows.csv' }).count(),
    ).toBe(0);
  });

  test('shows the same figures on the page', async () => {
    await site.openSample();
    const tables = referenceTables(sampleLines());
    const rowsOf = (csv: string) =>
      csv
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((row) => row.split(','));
    const plain = (text: string) => text.replaceAll(',', '');

    const shown = await site.tableRows('restaurant_stats');
    expect(shown.slice(1).map((row) => row.map(plain))).toEqual(rowsOf(tables.restaurant_stats));
    const visitors = await site.tableRows('frequent_visitors');
    expect(visitors.slice(1).map((row) => row.map(plain))).toEqual(
      rowsOf(tables.frequent_visitors),
    );
    const customers = await site.tableRows('customer_stats');
    expect(customers.slice(1)).toEqual(rowsOf(tables.customer_stats).slice(0, 25));
    for (const report of ['popular_dishes', 'profitable_dishes'] as const) {
      const dishes = (await site.tableRows(report)).filter(([head]) => head !== 'Dish');
      expect(dishes.map((row) => row.map(plain))).toEqual(
        rowsOf(tables[report]).map(([, dish, number]) => [dish, number]),
      );
    }
  });

  test('sets performance marks', async () => {
    await site.openSample();
    const marks = await site.page.evaluate(() =>
      performance.getEntriesByType('mark').map(({ name, startTime }) => ({ name, startTime })),
    );
    const at = (name: string) => marks.find((mark) => mark.name === `dishboard:${name}`)!.startTime;
    expect(at('file-chosen')).toBeLessThan(at('reports-ready'));
    expect(at('engine-ready')).toBeLessThan(at('reports-ready'));
  });
});

describe('the customers', () => {
  test('are paged to the last one', async () => {
    await site.openSample();
    const report = site.page.getByRole('region', { name: 'Who visited the most restaurants?' });
    const total = new Set(sampleLines().map(({ customer }) => customer)).size;
    expect(await report.getByText(`1 to 25 of ${String(total)}`).isVisible()).toBe(true);
    const next = report.getByRole('button', { name: 'Next' });
    while (await next.isEnabled()) await next.click();
    const rows = await site.tableRows('customer_stats');
    const last = referenceTables(sampleLines()).customer_stats.trimEnd().split('\n').at(-1);
    expect(rows.at(-1)).toEqual(last!.split(','));
  });

  test('have a chart with a description', async () => {
    await site.openSample();
    const chart = site.page.getByRole('img', {
      name: /^Customers by number of restaurants visited: /,
    });
    expect(await chart.getAttribute('aria-label')).toMatch(/\d+ of 690 customers visited 4/);
    const isDrawn = () =>
      chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value) => value > 0);
      });
    await expect.poll(isDrawn).toBe(true);
  });

  test('have charts that print dark on white, also from a dark screen', async () => {
    await site.page.emulateMedia({ colorScheme: 'dark' });
    await site.openSample();
    const darkest = () =>
      site.page
        .getByRole('img', { name: /^Revenue by restaurant/ })
        .locator('canvas')
        .evaluate((canvas: HTMLCanvasElement) => {
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
          let least = 255;
          for (let at = 0; at < data.length; at += 4) {
            if (data[at + 3] === 255)
              least = Math.min(least, data[at]! + data[at + 1]! + data[at + 2]!);
          }
          return least;
        });
    await expect.poll(darkest).toBeGreaterThan(100);
    await site.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(darkest).toBeLessThan(20);
    await site.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(darkest).toBeGreaterThan(100);
  });
});
