import { describe, expect, test } from 'vitest';
import { layoutOf, scan } from '../../support/scan';

const COLUMNS = { restaurant: 0, dish: 1, customer: 2, price: 3 };
const STRICT = layoutOf(COLUMNS, 4);
const AS_TEXT = { ...STRICT, strayQuotesAreText: true };
const ORDERS = Array.from({ length: 30 }, (_, index) => `A,tea,Bob,${String(index)}.50`);

function withLine(line: number, text: string): string {
  return ORDERS.map((order, index) => (index + 2 === line ? text : order)).join('\n') + '\n';
}

function scanAtAllSizes(text: string, layout = STRICT) {
  const bytes = new TextEncoder().encode(text);
  const whole = scan(bytes, bytes.length, layout);
  for (const size of [1, 2, 3, 7, 16, 50, 333]) expect(scan(bytes, size, layout)).toEqual(whole);
  return whole;
}

describe('an unclosed quote', () => {
  test('is reported if it is never closed', () => {
    const { unclosedQuotes, misshapen, lines, recordLines } = scanAtAllSizes(
      withLine(12, 'A,"tea,Bob,1.50'),
    );
    expect(unclosedQuotes).toEqual([{ line: 12, linesAfter: 19 }]);
    expect(misshapen).toMatchObject([{ line: 12, lines: 20, reason: 'unclosed quote' }]);
    expect([lines, recordLines]).toEqual([30, 30]);
  });

  test('is reported in the last line', () => {
    expect(scanAtAllSizes(withLine(31, 'A,"tea,Bob,1.50')).unclosedQuotes).toEqual([
      { line: 31, linesAfter: 0 },
    ]);
  });

  test('is reported if another stray quote closes it', () => {
    const text = withLine(5, 'A,"tea,Bob,1.50').replace('A,tea,Bob,20.50', 'A,tea",Bob,20.50');
    const { unclosedQuotes, misshapen } = scanAtAllSizes(text);
    expect(unclosedQuotes).toEqual([{ line: 5, linesAfter: 17 }]);
    expect(misshapen).toEqual([]);
  });

  test('is reported if the next quoted field closes it and the number of columns fits', () => {
    const { unclosedQuotes, orderLines } = scanAtAllSizes('A,"tea,Bob,1\nB,"soup",Ann,2\n');
    expect(unclosedQuotes).toEqual([{ line: 2, linesAfter: 1 }]);
    expect(orderLines).toHaveLength(1);
  });

  test('is reported in a field after one that spans lines', () => {
    const text = withLine(5, 'A,"green\ntea","Bob,1.50');
    expect(scanAtAllSizes(text).unclosedQuotes).toEqual([{ line: 6, linesAfter: 26 }]);
  });

  test('is not reported for a comment of several lines', () => {
    const text = withLine(5, 'A,"tea,\nwith milk, and sugar\r\nand ""more"" milk",Bob,1.50');
    const { unclosedQuotes, orderLines } = scanAtAllSizes(text);
    expect(unclosedQuotes).toEqual([]);
    expect(orderLines).toHaveLength(30);
    expect(scanAtAllSizes(text, AS_TEXT).orderLines).toEqual(orderLines);
  });

  test('is not reported for a sentence with a comma if there are only two columns', () => {
    const layout = layoutOf({ restaurant: 0, dish: 1 }, 2);
    const text = 'A,"tea\nplease, hurry\nI, too"\nB,soup\n';
    expect(scanAtAllSizes(text, layout).unclosedQuotes).toEqual([]);
  });
});

describe('an unclosed quote that is read as text', () => {
  test.each([
    ['never closed', 'A,"tea,Bob,1.50', ['A', '"tea', 'Bob', '1.50']],
    ['in the last column', 'A,tea,Bob,"1.50', ['A', 'tea', 'Bob', '"1.50']],
    ['in the first column', '"A,tea,Bob,1.50', ['"A', 'tea', 'Bob', '1.50']],
    ['beside proper quotes', '"A, Ltd","5"" tea",Bob,"1.50', ['A, Ltd', '5" tea', 'Bob', '"1.50']],
  ])('loses no record: %s', (_, line, expected) => {
    const scanned = scanAtAllSizes(withLine(12, line), AS_TEXT);
    expect(scanned.orderLines.map((record) => record.line)).toEqual(
      ORDERS.map((_order, index) => index + 2),
    );
    expect(scanned.fields[10]).toEqual(expected);
    expect(scanned.orderLines[10]!.values[0]).toBe(expected[0]);
    expect(scanned.unclosedQuotes).toEqual([]);
    expect(scanned.misshapen).toEqual([]);
    expect(scanned.recordLines).toBe(30);
  });

  test('loses no record if there are many', () => {
    const text = ORDERS.map((order, index) =>
      index % 3 === 0 ? order.replace('tea', '"tea') : order,
    ).join('\r\n');
    const { orderLines, fields, unclosedQuotes } = scanAtAllSizes(text, AS_TEXT);
    expect(orderLines).toHaveLength(30);
    expect(unclosedQuotes).toEqual([]);
    expect(fields[3]).toEqual(['A', '"tea', 'Bob', '3.50']);
  });

  test('leaves a proper quote in the next line intact', () => {
    const { fields } = scanAtAllSizes('A,"tea,Bob,1\nB,"soup",Ann,2\n', AS_TEXT);
    expect(fields).toEqual([
      ['A', '"tea', 'Bob', '1'],
      ['B', 'soup', 'Ann', '2'],
    ]);
  });

  test('loses no record if the rest of the file is overlong', () => {
    const many = 'A,tea,Bob,1.50 and no more\n'.repeat(700_000);
    const text = `A,"tea",Bob,"1.50\n${many.replaceAll(',', ';')}`;
    const scanned = scan(text, 5_000_000, AS_TEXT);
    expect(scanned.records).toBe(700_001);
    expect(scanned.fields[0]).toEqual(['A', 'tea', 'Bob', '"1.50']);
    expect(scanned.lines).toBe(700_001);
  });
});
