import { describe, expect, test } from 'vitest';
import { detectDecimalMark } from '../../../src/ingest/layout/decimal-mark';
import { findHeader } from '../../../src/ingest/layout/dialect';

const HEADER = 'restaurant_names,food_names,first_name,food_cost';

function found(text: string) {
  const header = findHeader(new TextEncoder().encode(text), 0);
  if (!header) return null;
  const { dialect, header: record } = header;
  const { line, blankLines } = record!;
  const [delimiter, quote] = [dialect.delimiter, dialect.quote].map((byte) =>
    String.fromCharCode(byte),
  );
  return { delimiter, quote, first: record!.fields[0], line, blankLines };
}

describe('findHeader', () => {
  test.each([',', ';', '\t', '|'])('detects the delimiter %j', (delimiter) => {
    const text = `${HEADER}\nA,tea,Bob,1\n`.replaceAll(',', delimiter);
    expect(found(text)).toMatchObject({
      delimiter,
      quote: '"',
      first: 'restaurant_names',
      line: 1,
    });
  });

  test.each(["'", '|'])('detects the quote %j', (quote) => {
    const text = `${HEADER}\nA,tea,Bob,1\n`.replace(/[^,\n]+/g, (field) => quote + field + quote);
    expect(found(text)).toMatchObject({ delimiter: ',', quote, first: 'restaurant_names' });
  });

  test('prefers semicolons to decimal commas', () => {
    const text = 'restaurant;dish;customer;price\nA;tea;Bob;1,50\nB;soup, hot;Ann;2,50\n';
    expect(found(text)).toMatchObject({ delimiter: ';' });
  });

  test('finds a header below titles, comments and blank lines', () => {
    expect(found(`Orders, November\n\n# by till 4\n${HEADER}\nA,tea,Bob,1\n`)).toMatchObject({
      first: 'restaurant_names',
      line: 4,
      blankLines: 1,
    });
  });

  test('counts a row of empty fields neither as blank nor as a header', () => {
    expect(found(`,,,\n\n${HEADER}\n`)).toMatchObject({ line: 3, blankLines: 1 });
  });

  test('searches the first twenty records', () => {
    expect(found(`${'title\n'.repeat(19)}${HEADER}\n`)).toMatchObject({ line: 20 });
    expect(found(`${'title\n'.repeat(20)}${HEADER}\n`)).toMatchObject({ line: 1, first: 'title' });
  });

  test('takes the first line with several columns if no name is known', () => {
    expect(found('Bank\nDate;Text;Amount\n1;2;3\n')).toMatchObject({ line: 2, delimiter: ';' });
  });

  test('returns null if all lines are blank', () => {
    expect(found('\n \n\r\n')).toBeNull();
  });
});

describe('detectDecimalMark', () => {
  const markOf = (...prices: string[]) => {
    return detectDecimalMark(prices).mark;
  };
  test.each<[string[], '.' | ',']>([
    [['4.50', '5'], '.'],
    [['4,50', '5'], ','],
    [['1.234,50'], ','],
    [['1,234.50'], '.'],
    [['1.234', '1.234'], '.'],
    [['1.234', '4,5'], ','],
    [['-4,50 €', '(1,20)'], ','],
    [['４，５０'], ','],
    [[], '.'],
    [['free'], '.'],
  ])('detects in %j the mark %j', (prices, mark) => {
    expect(markOf(...prices)).toBe(mark);
  });
});

describe('detectDecimalMark with quantities or a delimiter', () => {
  test('uses quantities if prices have no mark', () => {
    expect(detectDecimalMark(['4', '5'], ['1,00', '2,5'])).toEqual({ mark: ',', isSure: true });
    expect(detectDecimalMark(['4'], ['1,000', '2,000'])).toEqual({ mark: ',', isSure: false });
    expect(detectDecimalMark([], ['1.000'])).toEqual({ mark: '.', isSure: false });
    expect(detectDecimalMark(['4.50'], ['1,000'])).toEqual({ mark: '.', isSure: true });
  });

  test('reads a comma as a thousands separator if the delimiter is a comma', () => {
    expect(detectDecimalMark(['1,500'], [], 0x2c)).toEqual({ mark: '.', isSure: true });
    expect(detectDecimalMark(['1,500'], [], 0x3b)).toEqual({ mark: '.', isSure: false });
    expect(detectDecimalMark(['1.500'], [], 0x2c)).toEqual({ mark: '.', isSure: false });
  });
});
