import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { TABLE_NAMES } from '../../src/sql/tables';
import { referenceTables } from '../support/reference';
import { sampleLines } from '../support/sample';
import { useSite } from './site';

const site = useSite();
const SCRIPTS = ['README.md', 'load.sh', 'create_tables.sql', 'replace_tables.sql', 'verify.sql'];

async function kit(button = 'Download BigQuery kit') {
  const { name, content } = await site.download(button);
  const files = Object.entries(unzipSync(content)).map(
    ([path, bytes]) => [path, strFromU8(bytes)] as const,
  );
  return { name, files: new Map(files) };
}

describe('the BigQuery kit', () => {
  test('of the sample has the five tables, byte for byte, and the scripts that load and check them', async () => {
    await site.openSample();
    const { name, files } = await kit();
    expect(name).toMatch(/^dishboard_bigquery_data_\d{4}-\d\d-\d\d\.zip$/);
    const known = SCRIPTS.concat(
      TABLE_NAMES.map((table) => `tables/${table}.csv`),
      TABLE_NAMES.map((table) => `schemas/${table}.json`),
      'manifest.json',
    );
    expect([...files.keys()]).toEqual(expect.arrayContaining(known));
    const expected = referenceTables(sampleLines());
    for (const table of TABLE_NAMES) {
      expect(files.get(`tables/${table}.csv`)).toBe(expected[table]);
    }
    const manifest: unknown = JSON.parse(files.get('manifest.json')!);
    expect(manifest).toMatchObject({
      sources: [{ name: 'data.csv', lines: 150_001, read: 150_000, kept: 150_000, rejected: 0 }],
      tables_left_out: [],
    });
    expect(files.get('README.md')).toContain(`unzip -o ${name} -d dishboard_kit\n`);
  });

  test('is the same on the Japanese page', async () => {
    await site.openSample();
    const english = await kit();
    await site.page.goto(`${site.url}#language=ja`);
    await site.page.locator('html[lang="ja"]').waitFor();
    const japanese = await kit('BigQueryキットをダウンロード');
    expect(japanese.name).toBe(english.name);
    expect([...japanese.files]).toEqual([...english.files]);
  });

  test('of a file without customers omits the tables of customers, and says so', async () => {
    const content = 'restaurant_names,food_names,food_cost\nInn,tea,2\nBar,tea,3\n';
    await site.load({ name: "bill's 5/22.csv", content });
    const { name, files } = await kit();
    expect(name).toMatch(/^dishboard_bigquery_bill-s-5-22_\d{4}-\d\d-\d\d\.zip$/);
    const tables = [...files.keys()].filter((path) => path.startsWith('tables/'));
    expect(tables).toEqual([
      'tables/restaurant_stats.csv',
      'tables/popular_dishes.csv',
      'tables/profitable_dishes.csv',
    ]);
    expect(files.get('tables/restaurant_stats.csv')).toBe(
      'restaurant_names,customer_count,total_revenue\nBar,,3.00\nInn,,2.00\n',
    );
    expect(files.get('README.md')).toContain('Not in this kit');
    expect(files.get('verify.sql')).not.toContain('customer_stats');
  });
});
