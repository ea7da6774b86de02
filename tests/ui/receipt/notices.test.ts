import { describe, expect, test } from 'vitest';
import type { Findings } from '../../../src/domain/findings';
import type { LoadedTable } from '../../../src/state/phase';
import { noticesOf } from '../../../src/ui/receipt/notices';
import { tidiedOf } from '../../../src/ui/receipt/tidied';
import { csvSource } from '../../support/engine';
import { NO_REJECTS } from '../../support/rejects';
import { layoutOf } from '../../support/scan';
import { NO_FINDINGS } from '../../support/stage';

function tableWith(findings: Partial<Findings>, own: Partial<LoadedTable> = {}): LoadedTable {
  return {
    source: csvSource(''),
    layout: layoutOf(),
    id: 1,
    receipt: {
      lines: 100,
      headerLines: 1,
      blankLines: 0,
      recordLines: 99,
      read: 99,
      kept: 99,
      rejected: 0,
    },
    rejects: NO_REJECTS,
    revenue: 12_345n,
    findings: { ...NO_FINDINGS, ...findings },
    ...own,
  };
}

const textsOf = (...parameters: Parameters<typeof tableWith>) =>
  noticesOf(tableWith(...parameters)).map(({ text }) => text);

test('shows no notice without findings', () => {
  expect(noticesOf(tableWith({}))).toEqual([]);
});

describe('stray quotes', () => {
  const unclosed = (line: number) => ({ line, linesAfter: 9 });

  test('a single one has its line and an action', () => {
    const [notice] = noticesOf(tableWith({ unclosedQuotes: { count: 1, first: [unclosed(12)] } }));
    expect(notice).toMatchObject({
      kind: 'warning',
      act: { label: 'Read the quote as text', override: { strayQuotesAreText: true } },
    });
    expect(notice!.text).toMatch(/^Line 12 opens a quote that runs over the 9 lines after it\. /);
  });

  test('many are shortened to the first ones and a count', () => {
    const unclosedQuotes = { count: 40, first: [1, 2, 3, 4].map(unclosed) };
    const [notice] = noticesOf(tableWith({ unclosedQuotes }));
    expect(notice!.text).toContain('Line 3 opens');
    expect(notice!.text).not.toContain('Line 4 opens');
    expect(notice!.text).toContain('37 other lines do the same.');
    expect(notice!.act!.label).toBe('Read such quotes as text');
  });

  test('quotes already read as text have no action', () => {
    const layout = { ...layoutOf(), strayQuotesAreText: true };
    const table = tableWith({ unclosedQuotes: { count: 1, first: [unclosed(1)] } }, { layout });
    expect(noticesOf(table)[0]!.act).toBeUndefined();
  });

  test('a quote in the last line took no other lines', () => {
    const unclosedQuotes = { count: 1, first: [{ line: 100, linesAfter: 0 }] };
    expect(textsOf({ unclosedQuotes })[0]).toMatch(
      /^Line 100 opens a quote that is never closed\./,
    );
  });
});

describe('records with another number of columns', () => {
  const drift = { columns: 3, records: 50, firstLine: 51, lastLine: 100, table: null };
  const table = { header: ['a', 'b', ''], columns: { restaurant: 0, dish: 1 }, restaurant: null };

  test('reach to the end without a clear match', () => {
    const [notice] = noticesOf(tableWith({ drifts: [drift] }));
    expect(notice!.text).toBe(
      'From line 51 on, 50 order lines have 3 columns, but the header has 2: a column was added. It is not clear which column is which, so these lines are rejected.',
    );
    expect(notice!.act).toBeUndefined();
  });

  test('stand in the middle and can be read', () => {
    const narrow = { ...drift, columns: 1, lastLine: 99, table };
    const [notice] = noticesOf(tableWith({ drifts: [narrow] }));
    expect(notice!.text).toMatch(
      /^Between line 51 and line 99, 50 order lines have 1 column, but the header has 2: a column is missing\./,
    );
    expect(notice!.act!.override).toEqual({ otherTables: [table] });
  });
});

test('shows headers between the orders', () => {
  const same = (line: number) => ({ line, kind: 'same', missing: [] }) as const;
  const said = (first: Findings['headers']['first'], count = first.length) =>
    textsOf({ headers: { count, first } });
  expect(said([same(5)])).toEqual(['Line 5 repeats the header and is not an order line.']);
  expect(said([same(5), same(9)])).toEqual([
    '2 lines repeat the header and are not order lines: line 5, line 9.',
  ]);
  expect(said([same(5), same(9), same(12), same(15)], 50)).toEqual([
    '50 lines repeat the header and are not order lines: line 5, line 9, line 12 and so on.',
  ]);
  expect(said([{ line: 7, kind: 'other', missing: [] }])).toEqual([
    'Line 7 is another header. The lines after it are read by its names.',
  ]);
  expect(said([{ line: 7, kind: 'unmatched', missing: ['dish', 'price'] }])).toEqual([
    'Line 7 looks like another header, but has no column for the dish and the price. The lines after it are read like the lines before it.',
  ]);
});

test('compares total rows with the kept revenue', () => {
  const said = (...first: Findings['totals']['first'][number][]) =>
    textsOf({ totals: { count: first.length, first } });
  const total = (line: number, price: bigint | null) => ({ line, label: 'Total', price });
  expect(said(total(100, 12_345n))).toEqual([
    'Line 100 is a total (“Total”, 123.45). It is not in any report. The kept lines add up to exactly that.',
  ]);
  expect(said(total(100, 12_346n))[0]).toContain('The kept lines add up to 123.45.');
  expect(said(total(100, null))).toEqual([
    'Line 100 is a total (“Total”). It is not in any report.',
  ]);
  expect(said(total(50, 1n), total(100, 2n))[0]).toMatch(
    /^These lines are totals: line 50 \(“Total”, 0\.01\), line 100 \(“Total”, 0\.02\)\. /,
  );
});

test('adds up tidied values of several files, with examples from the first', () => {
  const trimmed = (values: number, raw: string) =>
    tableWith({ tidied: [{ kind: 'trimmed', values, examples: [{ line: 2, raw, clean: 'a' }] }] });
  expect(tidiedOf([tableWith({}), trimmed(2, ' a'), trimmed(3, 'a ')])).toEqual([
    {
      kind: 'trimmed',
      values: 5,
      words: '5 names trimmed',
      examples: [{ line: 2, raw: ' a', clean: 'a' }],
    },
  ]);
});
