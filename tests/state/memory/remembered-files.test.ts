/** Remembered choices, tested with the real reader. */
import { describe, expect, test } from 'vitest';
import type { Layout } from '../../../src/ingest/layout/layout';
import { directIngest } from '../../../src/ingest/worker/read';
import { groupTables } from '../../../src/state/files/group-tables';
import type { TableGroup } from '../../../src/state/files/mapping.svelte';
import { prepare } from '../../../src/state/files/prepare';
import { RememberedChoices } from '../../../src/state/files/remembered-choices';
import { csvFile } from '../../support/engine';
import { MemoryStore } from '../../support/stage';

const HEADER = 'Wo;Was;Wer;Wieviel';
const LINES = ['Café Luna;Käse;Jürgen;4,50', 'Café Luna;Kaffee;Zoë;2,80', 'Sol;Tee;Zoë;2,90'];
const text = (...lines: string[]) => `${lines.join('\n')}\n`;
const latin1 = (content: string) => Uint8Array.from(Buffer.from(content, 'latin1'));

type Content = string | Uint8Array<ArrayBuffer>;

/**
 * Makes a decision about one file, and returns how a second file with the same header is then read.
 */
async function afterwards(
  first: Content,
  decide: (group: TableGroup) => Promise<void>,
  second: Content,
): Promise<{ layout: Layout; questions: readonly string[] }> {
  const remembered = new RememberedChoices(new MemoryStore());
  const { tables } = await prepare([csvFile(first)], directIngest, {
    remembered,
    shown: [],
    byHand: true,
  });
  const [group] = groupTables(tables, directIngest, remembered);
  await decide(group!);
  await group!.finish();
  group!.keep();
  const next = await prepare([csvFile(second)], directIngest, {
    remembered,
    shown: [],
    byHand: false,
  });
  const { layout, questions } = next.tables[0]!.inspection;
  return { layout, questions };
}

/** Changes every control and undoes the change. */
const thereAndBack = async (group: TableGroup): Promise<void> => {
  const { layout } = group.shown;
  await group.setParsing('encoding', layout.encoding === 'utf-8' ? 'windows-1252' : 'utf-8');
  await group.setParsing('encoding', layout.encoding);
  await group.setParsing('delimiter', 0x2c);
  await group.setParsing('delimiter', layout.dialect.delimiter);
  await group.setParsing('headerLine', null);
  await group.setParsing('headerLine', layout.headerLine);
  await group.setMeaning({ decimalMark: '.' });
  await group.setMeaning({ decimalMark: layout.decimalMark });
  await group.setRole(1, 'dish');
  await group.setRole(2, 'customer');
};

const COLUMNS = { restaurant: 0, dish: 1, customer: 2, price: 3 };

describe('a choice that was tried and undone does not affect the next file', () => {
  const first = latin1(text(HEADER, ...LINES));

  test.each<[string, Content, Partial<Layout>]>([
    ['in UTF-8', text(HEADER, ...LINES), { encoding: 'utf-8' }],
    ['in UTF-8 with a mark', `\uFEFF${text(HEADER, ...LINES)}`, { encoding: 'utf-8' }],
    ['below a title', text('Kasse', '', HEADER, ...LINES), { headerLine: 3 }],
    [
      'with commas and points',
      text(HEADER, ...LINES)
        .replaceAll(',', '.')
        .replaceAll(';', ','),
      { decimalMark: '.', dialect: { delimiter: 0x2c, quote: 0x22 } },
    ],
    ['with points', text(HEADER, ...LINES).replaceAll(',', '.'), { decimalMark: '.' }],
  ])('%s', async (_, second, expected) => {
    const { layout, questions } = await afterwards(first, thereAndBack, second);
    expect(layout).toMatchObject({ ...expected, columns: COLUMNS });
    expect(questions).toEqual([]);
  });

  test('without a title line', async () => {
    const { layout } = await afterwards(
      text('Kasse', '', HEADER, ...LINES),
      thereAndBack,
      text(HEADER, ...LINES),
    );
    expect(layout).toMatchObject({ headerLine: 1, bodyLine: 2 });
  });
});

describe('a decision against detection', () => {
  test('applies where the same is detected', async () => {
    const decide = async (group: TableGroup) => {
      await group.setMeaning({ decimalMark: ',' });
    };
    const prices = (...own: string[]) => text(HEADER, ...own.map((price) => `A;tea;Bob;${price}`));
    const next = await afterwards(prices('1.500', '2.750'), decide, prices('3.250'));
    expect(next.layout.decimalMark).toBe(',');
    expect(next.questions).toEqual([]);
    // In 4.50 the point must be a decimal mark, so the decision does not apply.
    const other = await afterwards(prices('1.500'), decide, prices('4.50', '1.500'));
    expect(other.layout.decimalMark).toBe('.');
  });

  test('can be that a file has no header', async () => {
    const decide = (group: TableGroup) => group.setParsing('headerLine', null);
    const again = await afterwards(text(HEADER, ...LINES), decide, text(HEADER, ...LINES));
    expect(again.layout.headerLine).toBeNull();
  });
});

test('tables with the same header but other decimal marks are separate groups', async () => {
  const remembered = new RememberedChoices(null);
  const files = ['4;6', '4,50;6,50'].map((prices, index) => {
    const lines = prices.split(';').map((price) => `Bier;${price}`);
    return csvFile(text('Artikel;Preis', ...lines), `${String(index)}.csv`);
  });
  const { tables } = await prepare(files, directIngest, {
    remembered,
    shown: [],
    byHand: false,
  });
  const groups = groupTables(tables, directIngest, remembered);
  const marks: string[] = [];
  for (const group of groups) {
    for (const { layout } of await group.finish()) marks.push(layout.decimalMark);
  }
  expect(marks).toEqual(['.', ',']);
});
