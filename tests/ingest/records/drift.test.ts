import { describe, expect, test } from 'vitest';
import { layoutOf, scan } from '../../support/scan';

const COLUMNS = { restaurant: 0, dish: 1, customer: 2, price: 3 };
const HEADER = ['restaurant_names', 'food_names', 'first_name', 'food_cost'];
const LAYOUT = { ...layoutOf(COLUMNS, 4), header: HEADER };
const ORDERS = Array.from({ length: 12 }, (_, index) =>
  [
    ['A', 'B'][index % 2],
    ['tea', 'soup', 'pie'][index % 3],
    `Guest ${String(index % 4)}`,
    '1.50',
  ].join(','),
);

function scanAtAllSizes(lines: readonly string[], layout = LAYOUT, lineBreak = '\n') {
  const bytes = new TextEncoder().encode(lines.join(lineBreak) + lineBreak);
  const whole = scan(bytes, bytes.length, layout);
  for (const size of [1, 2, 5, 16, 100]) expect(scan(bytes, size, layout)).toEqual(whole);
  return whole;
}

describe('a header between the orders', () => {
  test.each([
    ['unchanged', HEADER.join(',')],
    ['quoted', HEADER.map((name) => `"${name}"`).join(',')],
    ['with a byte order mark', `\uFEFF${HEADER.join(',')}`],
    ['with spaces around its names', HEADER.map((name) => ` ${name} `).join(',')],
  ])('is recognised if it repeats the first: %s', (_, header) => {
    const { headers, headerLines, orderLines, misshapen, recordLines, lines } = scanAtAllSizes(
      [...ORDERS, header, ...ORDERS],
      LAYOUT,
      '\r\n',
    );
    expect(headers).toEqual([{ line: 14, kind: 'same', missing: [] }]);
    expect(orderLines).toHaveLength(24);
    expect(misshapen).toEqual([]);
    expect([headerLines, recordLines, lines]).toEqual([1, 24, 25]);
  });

  test('applies to later records if its columns differ', () => {
    const turned = ['price,guest,shop,note,item', '2.50,Ann,C,hot,cake', '3.50,Bob,C,cold'];
    const { headers, orderLines, fields, misshapen } = scanAtAllSizes([...ORDERS, ...turned]);
    expect(headers).toEqual([{ line: 14, kind: 'other', missing: [] }]);
    expect(orderLines.at(-1)!.values).toEqual(['C', 'cake']);
    expect(fields.at(-1)).toEqual(['2.50', 'Ann', 'C', 'hot', 'cake']);
    expect(misshapen).toMatchObject([{ line: 16, reason: 'too few columns' }]);
  });

  test('applies to later records if it has the same columns in another order', () => {
    const { headers, orderLines } = scanAtAllSizes([
      ...ORDERS,
      'first_name,food_cost,restaurant_names,food_names',
      'Ann,2.50,C,cake',
    ]);
    expect(headers).toMatchObject([{ line: 14, kind: 'other' }]);
    expect(orderLines.at(-1)!.values).toEqual(['C', 'cake']);
  });

  test('is reported and ignored if it lacks a column', () => {
    const { headers, headerLines, misshapen } = scanAtAllSizes([
      ...ORDERS,
      'shop,item,price',
      'A,tea,1.50',
    ]);
    expect(headers).toEqual([{ line: 14, kind: 'unmatched', missing: ['customer'] }]);
    expect(headerLines).toBe(0);
    expect(misshapen.map(({ line }) => line)).toEqual([14, 15]);
  });

  test('is not recognised in orders that contain a header word', () => {
    const lines = ['A,price,Bob,2', 'A,item,Bob,free', 'A,item,Bob,', 'shop,tea,guest,1'];
    const { headers, orderLines } = scanAtAllSizes(lines);
    expect(headers).toEqual([]);
    expect(orderLines).toHaveLength(4);
  });

  test('is recognised by its last mapped column if there are no prices', () => {
    const layout = { ...LAYOUT, columns: { restaurant: 0, customer: 2 } };
    const { headers, orderLines } = scanAtAllSizes(
      [...ORDERS, HEADER.join(','), ...ORDERS],
      layout,
    );
    expect(headers).toEqual([{ line: 14, kind: 'same', missing: [] }]);
    expect(orderLines).toHaveLength(24);
  });
});

describe('records with another number of columns', () => {
  const add = (at: number, value: string) => (order: string) =>
    order.split(',').toSpliced(at, 0, value).join(',');

  test.each([
    [0, { restaurant: 1, dish: 2, customer: 3, price: 4 }],
    [2, { restaurant: 0, dish: 1, customer: 3, price: 4 }],
    [4, { restaurant: 0, dish: 1, customer: 2, price: 3 }],
  ])('are rejected and reported with a mapping after a column is inserted at %i', (at, columns) => {
    const later = ORDERS.map(add(at, 'card'));
    const { drifts, misshapen } = scanAtAllSizes([...ORDERS, ...later]);
    expect(misshapen).toHaveLength(12);
    expect(drifts).toMatchObject([
      { columns: 5, records: 12, firstLine: 14, lastLine: 25, table: { columns } },
    ]);
    const { table } = drifts[0]!;
    expect(table!.header).toHaveLength(5);
    const layout = { ...LAYOUT, otherTables: [table!] };
    const repeated = scanAtAllSizes([...ORDERS, ...later, ...ORDERS], layout);
    expect(repeated.misshapen).toEqual([]);
    expect(repeated.orderLines.map(({ values }) => values)).toEqual(
      [...ORDERS, ...ORDERS, ...ORDERS].map((order) => order.split(',').slice(0, 2)),
    );
    expect(repeated.fields[12]).toEqual(later[0]!.split(','));
  });

  test('are reported with a mapping after an unmapped column is removed', () => {
    const wide = {
      ...LAYOUT,
      header: ['till', ...HEADER],
      columns: { restaurant: 1, dish: 2, customer: 3, price: 4 },
    };
    const { drifts } = scanAtAllSizes([...ORDERS.map(add(0, '7')), ...ORDERS], wide);
    expect(drifts[0]!.table).toEqual({
      header: HEADER,
      columns: COLUMNS,
      restaurant: null,
    });
  });

  test('are reported without a mapping after the price is removed', () => {
    const { drifts } = scanAtAllSizes([
      ...ORDERS,
      ...ORDERS.map((order) => order.split(',').slice(0, 3).join(',')),
    ]);
    expect(drifts).toMatchObject([{ columns: 3, records: 12, firstLine: 14, table: null }]);
  });

  test('are reported without a mapping if two columns fit equally', () => {
    const { drifts } = scanAtAllSizes([...ORDERS, ...ORDERS.map(add(2, 'Guest 1'))]);
    expect(drifts).toMatchObject([{ columns: 5, table: null }]);
  });

  test('are no drift if they are not consecutive', () => {
    const lines = ORDERS.flatMap((order, index) => [order, index % 2 === 0 ? 'x,y' : order]);
    expect(scanAtAllSizes(lines).drifts).toEqual([]);
  });
});

describe('a repeated line', () => {
  test('is counted if all its columns are equal', () => {
    const repeated = 'A,tea,Bob,1.50';
    const lines = Array.from({ length: 400 }, (_, index) =>
      index % 4 === 3 ? repeated : `B,soup,Guest ${String(index)},2.00`,
    );
    const { repeats } = scanAtAllSizes(lines);
    expect(repeats).toMatchObject([{ line: 5, times: 100 }]);
  });

  test('is not counted if an unmapped column differs', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `A,tea,Bob,1.50,${String(index)}`);
    const wide = { ...LAYOUT, header: [...HEADER, 'order'] };
    expect(scanAtAllSizes(lines, wide).repeats).toEqual([]);
  });
});
