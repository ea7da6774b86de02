import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/ingest/layout/inspect';
import { NO_QUOTE } from '../../../src/ingest/layout/layout';
import { csvSource } from '../../support/engine';
import { toldOf, type Told } from '../../support/in-words';

const HEADER = 'restaurant_names,food_names,first_name,food_cost';

function refusalOf(content: string | Uint8Array<ArrayBuffer>): Promise<Told> {
  return toldOf(inspect(csvSource(content, 'my orders.csv')));
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
    expect((await inspect(csvSource(text))).layout).toMatchObject({
      ...expected,
      header: HEADER.split(','),
      columns: { restaurant: 0, dish: 1, customer: 2, price: 3 },
    });
  });

  test('a header with a line break in a name', async () => {
    const { layout } = await inspect(csvSource('restaurant,dish,"guest\nname",price\na,b,c,1'));
    expect(layout).toMatchObject({ bodyLine: 3, columns: { customer: 2 } });
  });
});

test('a stray NUL does not make a file binary', async () => {
  const { layout } = await inspect(csvSource(`${HEADER}\na\0,b,c,1`));
  expect(layout).toMatchObject({ bodyLine: 2 });
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
      'a bank statement',
      'Date,Description,Amount\n2026-11-01,Rent,3',
      /looks like a bank statement/,
      /3 columns: Date, Description, Amount.*column for the dish or the customer/,
    ],
    ['one column', 'hello\nworld\n', /No column/, /one column: hello/],
    ['a vCard', 'BEGIN:VCARD\nN:x\n', /contact/, /restaurant_names/],
    ['a picture as text', '<svg xmlns="x"><g/></svg>', /web page or XML/, /restaurant_names/],
    ['a database dump', 'CREATE TABLE orders (a int);\n', /database dump/, /restaurant_names/],
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
    const names = Array.from({ length: 10_000 }, (_, index) => 'x'.repeat(60) + String(index));
    const report = await refusalOf([...names, 'iban', 'balance'].join(',') + '\n1');
    expect(report.hint).toMatch(/and 9990 more/);
    expect(report.hint.length).toBeLessThan(1000);
  });

  test('a bank statement is shown all the same to one who wants to match its columns', async () => {
    const source = csvSource('Date,Description,Amount\n2026-11-01,Rent,3.50\n');
    await expect(inspect(source)).rejects.toMatchObject({ report: { wayOn: 'match columns' } });
    const { questions, layout } = await inspect(source, {});
    expect(questions).toEqual(['columns', 'restaurant']);
    expect(layout.columns).toMatchObject({ price: 2 });
  });

  test('a file that cannot be read', async () => {
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

describe('what must be asked', () => {
  test.each<[string, string[], string[], Record<string, number>]>([
    [
      'nothing of the canonical columns',
      [HEADER, 'A,tea,Bob,1.50'],
      [],
      { restaurant: 0, dish: 1, customer: 2, price: 3 },
    ],
    [
      'the restaurant alone of a till that knows no guest',
      [
        'Order Number,Order Date,Item Name,Quantity,Product Price,Total products',
        '16118,03/08/2019 20:25,Plain Papadum,2,0.8,6',
        '16118,03/08/2019 20:25,Aloo Chaat,1,4.95,6',
      ],
      ['restaurant'],
      { dish: 2, quantity: 3, price: 4 },
    ],
    [
      'the restaurant alone of a booking system',
      [
        'Order ID,Customer Name,Food Item,Category,Quantity,Price,Payment Method,Order Time',
        '1,Bob,Pizza,Main,2,9.99,Card,2025-01-01 12:00',
      ],
      ['restaurant'],
      { customer: 1, dish: 2, quantity: 4, price: 5 },
    ],
    [
      'nothing of a delivery service that knows no dish',
      [
        'order_id,customer_id,restaurant,city,order_amount,delivery_minutes,rating',
        '17,C-9,Bella,Rome,31.40,25,4.5',
      ],
      [],
      { customer: 1, restaurant: 2, price: 4 },
    ],
    [
      'the columns where there is neither a dish nor a customer',
      ['Shop,When,How much', 'A,Monday,3.50'],
      ['columns'],
      { restaurant: 0, price: 2, dish: 1 },
    ],
    [
      'the columns where no price has a known name and some column looks like one',
      ['Restaurant,Dish,Guest,What it came to', 'A,tea,Bob,3.50', 'A,soup,Bob,4.50'],
      ['columns'],
      { restaurant: 0, dish: 1, customer: 2, price: 3 },
    ],
    [
      'nothing about a price where no column looks like one',
      ['Restaurant,Dish,Guest,Table', 'A,tea,Bob,3', 'A,soup,Bob,4'],
      [],
      { restaurant: 0, dish: 1, customer: 2 },
    ],
    [
      'the columns where the price holds no numbers',
      [HEADER, ...Array.from({ length: 6 }, () => 'A,tea,Bob,free')],
      ['columns'],
      { restaurant: 0, dish: 1, customer: 2, price: 3 },
    ],
    [
      'the columns where either decimal mark would do and they do not say the same',
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

  test('the decimal mark again, where a choice leaves it open', async () => {
    const source = csvSource(order([HEADER, 'A,tea,Bob,1.500']));
    const columns = { dish: 1, price: 3, restaurant: 0 };
    expect((await inspect(source, { columns })).questions).toEqual(['columns']);
    expect((await inspect(source, { columns, decimalMark: '.' })).questions).toEqual([]);
  });

  test('nothing that a person has chosen', async () => {
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

  test('is asked for its columns, with a proposal by what is in them', async () => {
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

  test('keeps its first line though a dish of it has the name of a column', async () => {
    const { layout } = await inspect(csvSource(order(['Luna,Menu,Bob,2.50', 'Sol,Item,Ann,1.20'])));
    expect(layout).toMatchObject({ headerLine: null, bodyLine: 1 });
  });

  test('may have the line that a person points at', async () => {
    const source = csvSource(order(['x,y,z', ...LINES]));
    expect((await inspect(source, { headerLine: 1 })).layout.header).toEqual(['x', 'y', 'z']);
    expect((await inspect(source, { headerLine: null })).layout.header).toHaveLength(4);
  });
});

describe('what a person may look at', () => {
  test('the first rows and the lines that could be the header', async () => {
    const lines = ['Orders', '', HEADER, ...Array.from({ length: 30 }, () => 'A,tea,Bob,1')];
    const { rows, headers, layout } = await inspect(csvSource(order(lines)));
    expect(layout.headerLine).toBe(3);
    expect(rows).toHaveLength(8);
    expect(headers).toHaveLength(20);
    expect(headers[0]).toEqual({ line: 1, fields: ['Orders'] });
    expect(headers[1]!.line).toBe(3);
  });

  test('another encoding, delimiter or quote at once', async () => {
    const source = csvSource(Uint8Array.from(Buffer.from('a;b\nJos\xe9;"x\n', 'latin1')));
    const read = await inspect(source, { encoding: 'windows-1252', delimiter: 0x3b, quote: -1 });
    expect(read.rows).toEqual([['José', '"x']]);
    const other = await inspect(source, { encoding: 'shift_jis', delimiter: 0x2c });
    expect(other.rows[0]).toHaveLength(1);
    expect(other.rows[0]![0]).not.toContain('José');
  });
});

describe('a delimiter at the end of each line', () => {
  test('of the orders alone is a column without a name', async () => {
    const { layout } = await inspect(csvSource(order([HEADER, 'A,tea,Bob,1,', 'A,tea,Bob,2,'])));
    expect(layout.header).toEqual([...HEADER.split(','), '']);
  });

  test('of the header alone is no column', async () => {
    const { layout } = await inspect(csvSource(order([`${HEADER},`, 'A,tea,Bob,1'])));
    expect(layout.header).toEqual(HEADER.split(','));
  });
});

test('a quote in the header that is never closed is text where a person looks at the columns', async () => {
  const source = csvSource(`"${HEADER}\nA,tea,Bob,1.50\n`);
  await expect(inspect(source)).rejects.toMatchObject({ report: { wayOn: 'match columns' } });
  const { layout, rows } = await inspect(source, {});
  expect(layout.dialect.quote).toBe(NO_QUOTE);
  expect(layout.header).toEqual(['"restaurant_names', 'food_names', 'first_name', 'food_cost']);
  expect(rows).toEqual([['A', 'tea', 'Bob', '1.50']]);
});
