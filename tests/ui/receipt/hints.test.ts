import { expect, test } from 'vitest';
import type { Findings } from '../../../src/domain/findings';
import { NO_HINTS, type Hints } from '../../../src/sql/tables';
import { hintsOf } from '../../../src/ui/receipt/hints';
import { csvSource } from '../../support/engine';
import { NO_REJECTS } from '../../support/rejects';
import { layoutOf } from '../../support/scan';
import { NO_FINDINGS, ONE_RECORD } from '../../support/stage';

function sentencesOf(
  hints: Partial<Hints>,
  repeats: Findings['repeats'] = [],
): [string, number, string[]][] {
  const table = {
    source: csvSource('', 'nov.csv'),
    layout: layoutOf(),
    id: 7,
    receipt: ONE_RECORD,
    rejects: NO_REJECTS,
    revenue: null,
    findings: { ...NO_FINDINGS, repeats },
  };
  const found = { tables: [table], hints: { ...NO_HINTS, ...hints } };
  return hintsOf(found).map(({ title, count, sentences }) => [
    title,
    count,
    sentences.map((text) =>
      text.map((part) => (typeof part === 'string' ? part : part.name)).join(''),
    ),
  ]);
}

test('shows no kind without hints', () => {
  expect(sentencesOf({})).toEqual([]);
});

test('shows an outlying price with the usual price and its first line', () => {
  const tea = { dish: 'tea', source: 7, line: 1090, hints: 190, lines: 2, usual_lines: 100 };
  const prices = { least_price: 45000n, greatest_price: 48000n };
  const usual = { least_usual_price: 450n, greatest_usual_price: 450n };
  expect(sentencesOf({ outlyingPrices: [{ ...tea, ...prices, ...usual }] })).toEqual([
    [
      'Prices 100 times higher or lower for the same dish',
      190,
      [
        '“tea” costs 450.00 to 480.00 in 2 lines, but usually 4.50 (100 lines). See nov.csv, line 1,090.',
      ],
    ],
  ]);
});

test('compares a small restaurant with the average', () => {
  const rows = [{ restaurant: 'Corner', lines: 1, average_lines: 1250, hints: 1 }];
  expect(sentencesOf({ smallRestaurants: rows })).toEqual([
    [
      'Restaurants with very few lines',
      1,
      ['“Corner” has 1 line; the average restaurant has 1,250.'],
    ],
  ]);
});

test('groups similar names by role and says how they differ', () => {
  const row = (
    role: string,
    place: number,
    name: string,
    lines: number,
    names: number,
    differing_in: string,
  ) => ({
    ...{ role, place, name, lines, names, differing_in, hints: role === 'dish' ? 1 : 2 },
  });
  expect(
    sentencesOf({
      alikeNames: [
        row('customer', 1, 'Michael', 37, 2, 'case'),
        row('customer', 1, 'michael', 1, 2, 'case'),
        row('customer', 2, 'Zoë', 2, 3, 'case width accents'),
        row('customer', 2, 'ZOE', 2, 3, 'case width accents'),
        row('dish', 1, 'Tea', 2, 2, ''),
        row('dish', 1, 'tea', 2, 2, ''),
      ],
    }),
  ).toEqual([
    [
      'Dish names that look alike',
      1,
      [
        '“Tea” (2 lines) and “tea” (2 lines) differ only in how they are written. They count as 2 dishes.',
      ],
    ],
    [
      'Customer names that look alike',
      2,
      [
        '“Michael” (37 lines) and “michael” (1 line) differ only in capital letters. They count as 2 customers.',
        '“Zoë” (2 lines), “ZOE” (2 lines) and 1 more differ only in capital letters, character width and accents. They count as 3 customers.',
      ],
    ],
  ]);
});

test('shows a repeated line with its customer, dish and line number', () => {
  const line = { line: 18, times: 310, restaurant: 'A', dish: 'tea', customer: 'Bob' };
  expect(sentencesOf({}, [{ ...line, price: 150n }])).toEqual([
    [
      'Lines that are repeated very often',
      1,
      [
        '“Bob” had “tea” at “A” for 1.50: the same line at least 310 times, far more often than by chance. See nov.csv, line 18.',
      ],
    ],
  ]);
});
