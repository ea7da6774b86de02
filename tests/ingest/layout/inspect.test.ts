import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/ingest/layout/inspect';
import { NO_QUOTE } from '../../../src/ingest/layout/layout';
import { csvSource } from '../../support/engine';
import { toldOf, type Told } from '../../support/in-words';

const HEADER = 'restaurant_names,food_names,first_name,food_cost';

function refusalOf(content: string | Uint8Array<ArrayBuffer>): Promise<Told> {
  return toldOf(inspect(csvSource(content, 'my orders.csv')));
}

describe('an order export', () => {
  test.each<[string, string, { bodyOffset: number; bodyLine: number; blankLines: number }]>([
    ['LF line breaks', `${HEADER}\na,b,c,1`, { bodyOffset: 49, bodyLine: 2, blankLines: 0 }],
    ['CRLF line breaks', `${HEADER}\r\na,b,c,1`, { bodyOffset: 50, bodyLine: 2, blankLines: 0 }],
    [
      'a byte order mark',
      `\ufeff${HEADER}\na,b,c,1`,
      { bodyOffset: 52, bodyLine: 2, blankLines: 0 },
    ],
    ['blank lines above', `\n \n${HEADER}\na`, { bodyOffset: 52, bodyLine: 4, blankLines: 2 }],
  ])('is accepted with %s', async (_, text, expected) => {
    expect((await inspect(csvSource(text))).layout).toMatchObject({
      ...expected,
      header: HEADER.split(','),
      columns: { restaurant: 0, dish: 1, customer: 2, price: 3 },
    });
  });

  test('is accepted with a line break in a column name', async () => {
    const { layout } = await inspect(csvSource('restaurant,dish,"guest\nname",price\na,b,c,1'));
    expect(layout).toMatchObject({ bodyLine: 3, columns: { customer: 2 } });
  });
});

test('a stray NUL does not make a file binary', async () => {
  const { layout } = await inspect(csvSource(`${HEADER}\na\0,b,c,1`));
  expect(layout).toMatchObject({ bodyLine: 2 });
});

describe('a refused file gets a report of what was found and expected', () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>, RegExp, RegExp]>([
    ['an empty file', '', /empty/, /0 bytes/],
    ['a blank file', '\n\n  \n', /only blank lines/, /restaurant_names/],
    ['a header alone', `${HEADER}\n`, /header but no orders/, /Line 1 names the columns \(rest/],
    ['a header without a line break', HEADER, /header but no orders/, /nothing follows/],
    ['a header and blank lines', `${HEADER}\r\n\r\n \r\n`, /no orders/, /nothing follows/],
    ['a PDF', '%PDF-1.7\n...', /PDF document, not a CSV/, /judged by its content/],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), /PNG image/, /Export the orders/],
    ['JSON', '[{"a": 1}]', /JSON/, /restaurant_names/],
    ['a web page', '<!DOCTYPE html><html>', /web page/, /restaurant_names/],
    ['a binary file', Uint8Array.of(1, 2, 0, 3), /binary/, /CSV/],
    [
      'a bank statement',
      'Date,Description,Amount\n2026-11-01,Rent,3',
      /looks like a bank statement/,
      /3 columns: Date, Description, Amount.*a dish or a customer column/,
    ],
    ['one column', 'hello\nworld\n', /No order columns/, /one column: hello/],
    ['a vCard', 'BEGIN:VCARD\nN:x\n', /contact/, /restaurant_names/],
    ['a picture as text', '<svg xmlns="x"><g/></svg>', /web page or XML/, /restaurant_names/],
    ['a database dump', 'CREATE TABLE orders (a int);\n', /database dump/, /restaurant_names/],
    [
      'an unclosed quote',
      `"${HEADER}\na,b,c,1\n`,
      /quote in the header is never closed/,
      /Close or remove the quote/,
    ],
    ['no line break', 'x'.repeat(2_000_000), /no lines/, /no line break/],
  ])('%s', async (_, content, title, hint) => {
    const report = await refusalOf(content);
    expect(report.fault).toBe('input');
    expect(report.title).toMatch(title);
    expect(report.hint).toMatch(hint);
    expect(report.where).toMatch(/^my orders\.csv/);
  });

  test('names only the first of ten thousand columns', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => 'x'.repeat(60) + String(index));
    const report = await refusalOf([...names, 'iban', 'balance'].join(',') + '\n1');
    expect(report.hint).toMatch(/and 9990 more/);
    expect(report.hint.length).toBeLessThan(1000);
  });

  test('accepts a bank statement if a person wants to map its columns', async () => {
    const source = csvSource('Date,Description,Amount\n2026-11-01,Rent,3.50\n');
    await expect(inspect(source)).rejects.toMatchObject({ report: { wayOn: 'match columns' } });
    const { questions, layout } = await inspect(source, {});
    expect(questions).toEqual(['columns', 'restaurant']);
    expect(layout.columns).toMatchObject({ price: 2 });
  });

  test('reports an unreadable file', async () => {
    const source = csvSource(`${HEADER}\na,b,c,1`);
    source.file.slice = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    expect(await toldOf(inspect(source))).toMatchObject({
      fault: 'input',
      title: 'This file could not be read.',
      details: 'gone',
    });
  });
});

const order = (lines: string[]) => `${lines.join('\n')}\n`;

describe('the mapping dialog asks', () => {
  test.each<[string, string[], string[], Record<string, number>]>([
    [
      'nothing for the canonical columns',
      [HEADER, 'A,tea,Bob,1.50'],
      [],
      { restaurant: 0, dish: 1, customer: 2, price: 3 },
    ],
    [
      'only for the restaurant of a till export without customers',
      [
        'Order Number,Order Date,Item Name,Quantity,Product Price,Total products',
        '16118,03/08/2019 20:25,Plain Papadum,2,0.8,6',
        '16118,03/08/2019 20:25,Aloo Chaat,1,4.95,6',
      ],
      ['restaurant'],
      { dish: 2, quantity: 3, price: 4 },
    ],
    [
      'only for the restaurant of a booking system',
      [
        'Order ID,Customer Name,Food Item,Category,Quantity,Price,Payment Method,Order Time',
        '1,Bob,Pizza,Main,2,9.99,Card,2025-01-01 12:00',
      ],
      ['restaurant'],
      { customer: 1, dish: 2, quantity: 4, price: 5 },
    ],
    [
      'nothing for a delivery service without dishes',
      [
        'order_id,customer_id,restaurant,city,order_amount,delivery_minutes,rating',
        '17,C-9,Bella,Rome,31.40,25,4.5',
      ],
      [],
      { customer: 1, restaurant: 2, price: 4 },
    ],
    [
      'for the columns if there is neither a dish nor a customer',
      ['Shop,When,How much', 'A,Monday,3.50'],
      ['columns'],
      { restaurant: 0, price: 2, dish: 1 },
    ],
    [
      'for the columns if a column without a known name looks like a price',
      ['Restaurant,Dish,Guest,What it came to', 'A,tea,Bob,3.50', 'A,soup,Bob,4.50'],
      ['columns'],
      { restaurant: 0, dish: 1, customer: 2, price: 3 },
    ],
    [
      'nothing if no column looks like a price',
      ['Restaurant,Dish,Guest,Table', 'A,tea,Bob,3', 'A,soup,Bob,4'],
      [],
      { restaurant: 0, dish: 1, customer: 2 },
    ],
    [
      'for the columns if the price is not numeric',
      [HEADER, ...Array.from({ length: 6 }, () => 'A,tea,Bob,free')],
      ['columns'],
      { restaurant: 0, dish: 1, customer: 2, price: 3 },
    ],
    [
      'for the columns if both decimal marks fit with different values',
      [HEADER, 'A,tea,Bob,1.500', 'A,tea,Bob,2.750'],
      ['columns'],
      { restaurant: 0, dish: 1, customer: 2, price: 3 },
    ],
  ])('%s', async (_, lines, questions, columns) => {
    const inspection = await inspect(csvSource(order(lines), 'november.csv'));
    expect(inspection.questions).toEqual(questions);
    expect(inspection.layout.columns).toEqual(columns);
    const isNamed = columns['restaurant'] === undefined;
    expect(inspection.layout.restaurant).toBe(isNamed ? 'november' : null);
  });

  test('for the decimal mark again if a choice leaves it open', async () => {
    const source = csvSource(order([HEADER, 'A,tea,Bob,1.500']));
    const columns = { dish: 1, price: 3, restaurant: 0 };
    expect((await inspect(source, { columns })).questions).toEqual(['columns']);
    expect((await inspect(source, { columns, decimalMark: '.' })).questions).toEqual([]);
  });

  test('nothing that a person has already chosen', async () => {
    const source = csvSource(order(['a;b;1,5', 'c;d;2,5']));
    const { layout, questions } = await inspect(source, {
      headerLine: null,
      columns: { dish: 1, price: 2 },
      restaurant: 'Luna',
      priceIs: 'line total',
    });
    expect(questions).toEqual([]);
    expect(layout).toMatchObject({
      restaurant: 'Luna',
      columns: { dish: 1, price: 2 },
      decimalMark: ',',
      priceIs: 'line total',
      headerLine: null,
      bodyLine: 1,
    });
  });
});

describe('a file without a header', () => {
  const LINES = ['Luna,soup,Bob,2.50', 'Luna,tea,Ann,1.20', 'Luna,bread,Cy,0.80', 'Sol,tea,Bob,1'];

  test('gets a proposed mapping by its values', async () => {
    const { layout, questions, rows } = await inspect(csvSource(order(LINES)));
    expect(questions).toEqual(['columns']);
    expect(layout).toMatchObject({
      headerLine: null,
      bodyOffset: 0,
      bodyLine: 1,
      columns: { restaurant: 0, dish: 1, customer: 2, price: 3 },
      header: HEADER.split(','),
    });
    expect(rows[0]).toEqual(['Luna', 'soup', 'Bob', '2.50']);
  });

  test('keeps its first line if a dish there has the name of a column', async () => {
    const { layout } = await inspect(csvSource(order(['Luna,Menu,Bob,2.50', 'Sol,Item,Ann,1.20'])));
    expect(layout).toMatchObject({ headerLine: null, bodyLine: 1 });
  });

  test('gets the header that a person chooses', async () => {
    const source = csvSource(order(['x,y,z', ...LINES]));
    expect((await inspect(source, { headerLine: 1 })).layout.header).toEqual(['x', 'y', 'z']);
    expect((await inspect(source, { headerLine: null })).layout.header).toHaveLength(4);
  });
});

describe('the samples for the mapping dialog', () => {
  test('contain the first rows and the possible headers', async () => {
    const lines = ['Orders', '', HEADER, ...Array.from({ length: 30 }, () => 'A,tea,Bob,1')];
    const { rows, headers, layout } = await inspect(csvSource(order(lines)));
    expect(layout.headerLine).toBe(3);
    expect(rows).toHaveLength(8);
    expect(headers).toHaveLength(20);
    expect(headers[0]).toEqual({ line: 1, fields: ['Orders'] });
    expect(headers[1]!.line).toBe(3);
  });

  test('follow a changed encoding, delimiter or quote', async () => {
    const source = csvSource(Uint8Array.from(Buffer.from('a;b\nJos\xe9;"x\n', 'latin1')));
    const read = await inspect(source, { encoding: 'windows-1252', delimiter: 0x3b, quote: -1 });
    expect(read.rows).toEqual([['José', '"x']]);
    const other = await inspect(source, { encoding: 'shift_jis', delimiter: 0x2c });
    expect(other.rows[0]).toHaveLength(1);
    expect(other.rows[0]![0]).not.toContain('José');
  });
});

describe('a trailing delimiter', () => {
  test('adds an unnamed column if only the orders have it', async () => {
    const { layout } = await inspect(csvSource(order([HEADER, 'A,tea,Bob,1,', 'A,tea,Bob,2,'])));
    expect(layout.header).toEqual([...HEADER.split(','), '']);
  });

  test('adds no column if only the header has it', async () => {
    const { layout } = await inspect(csvSource(order([`${HEADER},`, 'A,tea,Bob,1'])));
    expect(layout.header).toEqual(HEADER.split(','));
  });
});

test('an unclosed quote in the header is text if a person maps the columns', async () => {
  const source = csvSource(`"${HEADER}\nA,tea,Bob,1.50\n`);
  await expect(inspect(source)).rejects.toMatchObject({ report: { wayOn: 'match columns' } });
  const { layout, rows } = await inspect(source, {});
  expect(layout.dialect.quote).toBe(NO_QUOTE);
  expect(layout.header).toEqual(['"restaurant_names', 'food_names', 'first_name', 'food_cost']);
  expect(rows).toEqual([['A', 'tea', 'Bob', '1.50']]);
});
