import { describe, expect, test } from 'vitest';
import { referenceTables, type ReferenceTables } from '../support/reference';
import { sampleLines } from '../support/sample';
import { useSite } from './site';

const site = useSite();

const END = 'the-restaurant-at-the-end-of-the-universe';
const tables = referenceTables(sampleLines());

/** The cells of a table's rows. Splitting at commas is safe, because the sample needs no quotes. */
const rowsOf = (name: keyof ReferenceTables) =>
  tables[name]
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));

const counted = (value: string) => Number(value).toLocaleString('en');
const money = (value: string) =>
  Number(value).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A report's accessibility tree: roles, names and texts, line by line. */
async function treeOf(report: string): Promise<string> {
  const section = site.page.locator(`section[data-report="${report}"]`);
  return (await section.ariaSnapshot()).replaceAll('"', '');
}

/** The rows of the first table with this caption, as a screen reader reads them. */
function rowsIn(tree: string, caption: string): string[] {
  const lines = tree.slice(tree.indexOf(`- table ${caption}`)).split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^ {0,2}- /.test(line));
  return lines
    .slice(0, end === -1 ? undefined : end)
    .flatMap((line) => /- '?row (.*?)'?:$/.exec(line)?.[1] ?? []);
}

describe.each(['en', 'ja'])('in the language %s, by the accessibility tree alone', (language) => {
  test('the five answers stand under their questions', async () => {
    await site.openSample();
    await site.page.goto(`${site.url}#language=${language}`);
    await site.page.locator(`html[lang="${language}"]`).waitFor();
    expect(await site.page.evaluate(() => document.documentElement.lang)).toBe(language);
    for (const report of Object.keys(tables)) {
      const tree = await treeOf(report);
      const [region] = tree.split('\n');
      const question = /^- '?region (.+?)'?:$/.exec(region ?? '')?.[1];
      expect(question).toMatch(/[?？]$|か。?$/);
      expect(tree).toContain(`heading ${question!} [level=2]`);
    }

    const [, customers, revenue] = rowsOf('restaurant_stats').find(([name]) => name === END)!;
    const cards = await treeOf('restaurant_stats');
    const figures = [...cards.matchAll(/term: .+\n\s*- definition: (.+)/g)].map(([, own]) => own);
    expect(cards).toContain(`option ${END} [selected]`);
    expect([figures[0], figures[2]]).toEqual([counted(customers!), money(revenue!)]);

    for (const [report, figure] of [
      ['popular_dishes', counted],
      ['profitable_dishes', money],
    ] as const) {
      const tree = await treeOf(report);
      for (const restaurant of new Set(rowsOf(report).map(([name]) => name!))) {
        const own = rowsOf(report).filter(([name]) => name === restaurant);
        expect(rowsIn(tree, restaurant).slice(1)).toEqual(
          own.map(([, dish, value]) => `${dish!} ${figure(value!)}`),
        );
      }
    }

    const visited = rowsIn(await treeOf('customer_stats'), '').slice(1, 4);
    for (const [index, [name, restaurants, most]] of rowsOf('customer_stats').slice(0, 3).entries())
      expect(visited[index]).toMatch(new RegExp(`^${name!} .*${restaurants!} ${most!}$`));

    const frequent = rowsIn(await treeOf('frequent_visitors'), '').slice(1);
    for (const [index, [restaurant, name, visits]] of rowsOf('frequent_visitors').entries()) {
      expect(frequent[index]).toMatch(
        new RegExp(`^${restaurant!} .*\\b${name!}\\b.* ${counted(visits!)}$`),
      );
    }
  });
});
