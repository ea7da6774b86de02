import { describe, expect, test } from 'vitest';
import {
  columnsLike,
  looksLikeBankStatement,
  priceMeaning,
} from '../../../src/ingest/layout/header';
import { matchTable, detectPriceIs } from '../../../src/ingest/layout/match';

function matched(header: string[], ...records: string[][]) {
  const match = matchTable(header, records);
  return { ...match, priceIs: detectPriceIs(header, match.columns, records) };
}

const times = (count: number, record: (index: number) => string[]) =>
  Array.from({ length: count }, (_, index) => record(index));

describe('several columns for a role', () => {
  test('prefer a name to an id', () => {
    const { columns } = matched(
      ['Customer ID', 'Customer', 'Item', 'Price'],
      ['17', 'Bob', 'tea', '1'],
      ['18', 'Ann', 'tea', '2'],
    );
    expect(columns.customer).toBe(1);
  });

  test('prefer a customer column with varying values', () => {
    const { columns } = matched(
      ['Customer', 'Customer ID', 'Item', 'Price'],
      ['Guest', '17', 'tea', '1'],
      ['Guest', '18', 'tea', '2'],
    );
    expect(columns.customer).toBe(1);
  });

  test('keep a constant restaurant column beside a varying one', () => {
    const { columns } = matched(
      ['Restaurant Name', 'Location', 'Item', 'Price'],
      ['Luna', 'Terrace', 'tea', '1'],
      ['Luna', 'Bar', 'tea', '2'],
    );
    expect(columns.restaurant).toBe(0);
  });

  test('prefer a unit price to a line total', () => {
    const lines = times(3, () => ['tea', '2', '1.50', '3.00']);
    const both = matched(['Item', 'Qty', 'Unit price', 'Line total'], ...lines);
    expect(both).toMatchObject({ columns: { price: 2 }, priceIs: 'unit price' });
    const one = matched(['Item', 'Qty', 'Tax class', 'Line total'], ...lines);
    expect(one).toMatchObject({ columns: { price: 3 }, priceIs: 'line total' });
  });

  test('prefer a numeric line total to a price column of words', () => {
    const lines = times(6, () => ['tea', 'regular', '3.00']);
    expect(matched(['Item', 'Price', 'Amount'], ...lines)).toMatchObject({
      columns: { price: 2 },
      priceIs: 'line total',
      isSure: true,
    });
  });

  test('exclude an empty column', () => {
    const lines = times(20, () => ['tea', '', '3.00']);
    expect(matched(['Item', 'Customer', 'Price'], ...lines).columns).toEqual({ dish: 0, price: 2 });
    // With fewer records, the empty column is still mapped, and each record is checked.
    expect(matched(['Item', 'Customer', 'Price'], ...lines.slice(1)).columns.customer).toBe(1);
  });
});

describe('column names', () => {
  test.each(['Price (EUR)', 'Price in EUR', 'Unit Price [USD]', '単価（円）', 'food cost $'])(
    'match a price: %s',
    (name) => {
      expect(matched([name, 'Item'], ['1', 'tea']).columns.price).toBe(0);
    },
  );

  test.each([
    ['Guest first name', 'customer'],
    ['menuItemDescription', 'dish'],
    ['注文商品名称', 'dish'],
  ] as const)('resemble a role: %s, %s', (name, role) => {
    expect(columnsLike(['Other', name], role)).toEqual([1]);
  });

  test('distinguish unit prices, line totals and order totals', () => {
    expect(priceMeaning('Line Total')).toBe('line');
    expect(priceMeaning('Total')).toBe('line or order');
    expect(priceMeaning('Unit Price')).toBe('one');
    expect(priceMeaning('__proto__')).toBe('one');
  });
});

test('no column has two roles', () => {
  const { columns } = matched(['Item', 'b', 'c'], ['tea', 'x', '1.5'], ['soup', 'y', '2.5']);
  const taken = Object.values(columns);
  expect(new Set(taken).size).toBe(taken.length);
});

describe('a mapping that may give wrong sums', () => {
  test('is unsure if an order total is beside dishes', () => {
    const lines = times(3, () => ['1', 'Luna', 'tea', '12.50']);
    const header = (price: string) => ['Order ID', 'Restaurant', 'Item', price];
    expect(matched(header('Order Total'), ...lines).isSure).toBe(false);
    expect(matched(header('Item Total'), ...lines).isSure).toBe(true);
    const noDish = times(3, () => ['1', 'Luna', 'Bob', '12.50']);
    expect(matched(['Order ID', 'Restaurant', 'Guest', 'Total'], ...noDish).isSure).toBe(true);
  });

  test('is unsure if a unit price is beside an unknown quantity', () => {
    const lines = times(3, () => ['tea', '2', '4.50']);
    const found = matched(['Item', 'Units of it', 'Price'], ...lines);
    expect(found).toMatchObject({ isSure: false, columns: { dish: 0, quantity: 1, price: 2 } });
  });

  test('uses the line total if there is no quantity', () => {
    const lines = times(3, () => ['tea', 'a', '4.50', '9.00']);
    const found = matched(['Item', 'Note', 'Price', 'Line Total'], ...lines);
    expect(found).toMatchObject({ columns: { price: 3 }, priceIs: 'line total', isSure: true });
  });

  test('reads a price as a line total if it always equals the total', () => {
    const header = ['Item', 'Qty', 'Price', 'Total'];
    const repeated = [
      ['tea', '2', '9.00', '9.00'],
      ['tea', '1', '4.50', '4.50'],
    ];
    expect(matched(header, ...repeated).priceIs).toBe('line total');
    expect(matched(header, ['tea', '2', '4.50', '9.00']).priceIs).toBe('unit price');
    expect(matched(header, ['tea', '1', '4.50', '4.50']).priceIs).toBe('unit price');
  });

  test('is unsure if the customer column is sparse', () => {
    const header = ['Location', 'Item', 'Customer Name', 'Price'];
    const filled = (share: number) =>
      matched(header, ...times(40, (index) => ['A', 'tea', index < 40 * share ? 'Bob' : '', '1']));
    expect(filled(0.05)).toMatchObject({ isSure: false, columns: { dish: 1, price: 3 } });
    expect(filled(0.05).columns.customer).toBeUndefined();
    expect(filled(0.6)).toMatchObject({ isSure: false, columns: { customer: 2 } });
    expect(filled(0.9)).toMatchObject({ isSure: true, columns: { customer: 2 } });
  });
});

describe('a bank statement', () => {
  test.each([
    'Date,Description,Amount',
    'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance',
    'Buchungstag;Valuta;Auftraggeber;Verwendungszweck;Betrag;Saldo',
    '日付,お引出し,お預入れ,お取り扱い内容,残高',
  ])('is recognised by its header: %s', (header) => {
    expect(looksLikeBankStatement(header.split(/[,;]/))).toBe(true);
  });

  test.each([
    'Reference,Date,Item Name,Quantity,Price,Cash,Credit',
    'Date;N° ticket;Libellé;Qté;PU TTC;Montant TTC;Crédit',
    'Reference,Venue,Guest Name,Date,Covers,Deposit,Balance',
  ])('is not confused with orders: %s', (header) => {
    expect(looksLikeBankStatement(header.split(/[,;]/))).toBe(false);
  });
});
