import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/ingest/inspect';
import { Failure, type FailureReport } from '../../src/lib/failure';
import { csvSource } from '../support/engine';

const HEADER = 'restaurant_names,food_names,first_name,food_cost';

async function refusalOf(content: string | Uint8Array<ArrayBuffer>): Promise<FailureReport> {
  try {
    await inspect(csvSource(content, 'my orders.csv'));
  } catch (error) {
    if (error instanceof Failure) return error.report;
    throw error;
  }
  throw new Error('the file was taken');
}

describe('a file that is taken', () => {
  test.each<[string, string, { bodyOffset: number; bodyLine: number; blankLines: number }]>([
    ['LF', `${HEADER}\na,b,c,1`, { bodyOffset: 49, bodyLine: 2, blankLines: 0 }],
    ['CRLF', `${HEADER}\r\na,b,c,1`, { bodyOffset: 50, bodyLine: 2, blankLines: 0 }],
    [
      'a byte order mark',
      `\ufeff${HEADER}\na,b,c,1`,
      { bodyOffset: 52, bodyLine: 2, blankLines: 0 },
    ],
    ['blank lines above', `\n \n${HEADER}\na`, { bodyOffset: 52, bodyLine: 4, blankLines: 2 }],
  ])('%s', async (_, text, expected) => {
    expect(await inspect(csvSource(text))).toMatchObject({
      ...expected,
      header: HEADER.split(','),
      columns: { restaurant: 0, dish: 1, customer: 2, price: 3 },
    });
  });

  test('a header with a line break in a name', async () => {
    const layout = await inspect(csvSource('restaurant,dish,"guest\nname",price\na,b,c,1'));
    expect(layout).toMatchObject({ bodyLine: 3, columns: { customer: 2 } });
  });
});

test('a stray NUL does not make a file binary', async () => {
  expect(await inspect(csvSource(`${HEADER}\na\0,b,c,1`))).toMatchObject({ bodyLine: 2 });
});

describe('a file that is refused says what was found and what was expected', () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>, RegExp, RegExp]>([
    ['empty', '', /empty/, /0 bytes/],
    ['blank', '\n\n  \n', /nothing but blank lines/, /restaurant_names/],
    [
      'a header alone',
      `${HEADER}\n`,
      /header and no order lines/,
      /Line 1 names the columns \(rest/,
    ],
    ['a header without a line break', HEADER, /header and no order lines/, /nothing comes after/],
    ['a header and blank lines', `${HEADER}\r\n\r\n \r\n`, /no order lines/, /nothing comes after/],
    ['a PDF', '%PDF-1.7\n...', /PDF document, not a CSV/, /first bytes/],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), /PNG image/, /Export the orders/],
    ['JSON', '[{"a": 1}]', /JSON/, /restaurant_names/],
    ['a web page', '<!DOCTYPE html><html>', /web page/, /restaurant_names/],
    ['binary', Uint8Array.of(1, 2, 0, 3), /binary/, /CSV/],
    [
      'a missing column',
      'restaurant,dish,customer\na,b,c',
      /column price is missing/,
      /3 columns: restaurant, dish, customer.*food_cost/,
    ],
    [
      'two missing columns',
      'restaurant,dish\na,b',
      /columns customer and price are missing/,
      /first_name, food_cost/,
    ],
    [
      'a bank statement',
      'Date,Description,Amount\n1,2,3',
      /No column of an order export/,
      /Date, Description, Amount/,
    ],
    ['no header', 'The Ice Cream Parlor,tea,Bob,2.50\n', /No column/, /Line 1 has 4 columns/],
    ['one column', 'hello\nworld\n', /No column/, /one column: hello/],
    [
      'an unclosed quote',
      `"${HEADER}\na,b,c,1\n`,
      /quote in the header is never closed/,
      /Close it/,
    ],
    ['no line at all', 'x'.repeat(2_000_000), /no lines/, /no line break/],
  ])('%s', async (_, content, title, hint) => {
    const report = await refusalOf(content);
    expect(report.fault).toBe('input');
    expect(report.title).toMatch(title);
    expect(report.hint).toMatch(hint);
    expect(report.where).toMatch(/^my orders\.csv/);
  });

  test('ten thousand columns are not all read out', async () => {
    const report = await refusalOf(
      `${Array.from({ length: 10_000 }, (_, index) => 'x'.repeat(60) + String(index)).join(',')}\n1`,
    );
    expect(report.hint).toMatch(/and 9988 more/);
    expect(report.hint.length).toBeLessThan(1000);
  });

  test('a file that cannot be read', async () => {
    const source = csvSource(`${HEADER}\na,b,c,1`);
    source.file.slice = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    await expect(inspect(source)).rejects.toMatchObject({
      report: { fault: 'input', title: 'This file could not be read.', details: 'gone' },
    });
  });
});
