import { describe, expect, test } from 'vitest';
import { columnsLike, looksLikeBankStatement, priceOf } from '../../../src/ingest/layout/header';
import { matchTable, meaningOf } from '../../../src/ingest/layout/match';

function matched(header: string[], ...records: string[][]) {
  const match = matchTable(header, records);
  return { ...match, priceIs: meaningOf(header, match.columns, records) };
}

const times = (count: number, record: (index: number) => string[]) =>
  Array.from({ length: count }, (_, index) => record(index));

describe('where several columns fit', () => {
  test('a name is taken before a number that stands for it', () => {
    const { columns } = matched(
      ['Customer ID', 'Customer', 'Item', 'Price'],
      ['17', 'Bob', 'tea', '1'],
      ['18', 'Ann', 'tea', '2'],
    );
    expect(columns.customer).toBe(1);
  });

  test('a customer column that is the same in every line gives way to one that is not', () => {
    const { columns } = matched(
      ['Customer', 'Customer ID', 'Item', 'Price'],
      ['Guest', '17', 'tea', '1'],
      ['Guest', '18', 'tea', '2'],
    );
    expect(columns.customer).toBe(1);
  });

  test('a restaurant stays the restaurant, whatever varies beside it', () => {
    const { columns } = matched(
      ['Restaurant Name', 'Location', 'Item', 'Price'],
      ['Luna', 'Terrace', 'tea', '1'],
      ['Luna', 'Bar', 'tea', '2'],
    );
    expect(columns.restaurant).toBe(0);
  });

  test('a price of one is taken before a total, and a total where it is alone', () => {
    const lines = times(3, () => ['tea', '2', '1.50', '3.00']);
    const both = matched(['Item', 'Qty', 'Unit price', 'Line total'], ...lines);
    expect(both).toMatchObject({ columns: { price: 2 }, priceIs: 'unit price' });
    const one = matched(['Item', 'Qty', 'Tax class', 'Line total'], ...lines);
    expect(one).toMatchObject({ columns: { price: 3 }, priceIs: 'line total' });
  });

  test('a price column of words gives way to a total of numbers', () => {
    const lines = times(6, () => ['tea', 'regular', '3.00']);
    expect(matched(['Item', 'Price', 'Amount'], ...lines)).toMatchObject({
      columns: { price: 2 },
      priceIs: 'line total',
      isSure: true,
    });
  });

  test('a column that is always empty is none', () => {
    const lines = times(20, () => ['tea', '', '3.00']);
    expect(matched(['Item', 'Customer', 'Price'], ...lines).columns).toEqual({ dish: 0, price: 2 });
    // Too few to tell: the lines are judged one by one.
    expect(matched(['Item', 'Customer', 'Price'], ...lines.slice(1)).columns.customer).toBe(1);
  });
});

describe('names', () => {
  test.each(['Price (EUR)', 'Price in EUR', 'Unit Price [USD]', '単価（円）', 'food cost $'])(
    '%s is a price',
    (name) => {
      expect(matched([name, 'Item'], ['1', 'tea']).columns.price).toBe(0);
    },
  );

  test.each([
    ['Guest first name', 'customer'],
    ['menuItemDescription', 'dish'],
    ['注文商品名称', 'dish'],
  ] as const)('%s is like a %s', (name, role) => {
    expect(columnsLike(['Other', name], role)).toEqual([1]);
  });

  test('a total is no price of one', () => {
    expect(priceOf('Line Total')).toBe('line');
    expect(priceOf('Total')).toBe('line or order');
    expect(priceOf('Unit Price')).toBe('one');
    expect(priceOf('__proto__')).toBe('one');
  });
});

test('no column is two things', () => {
  const { columns } = matched(['Item', 'b', 'c'], ['tea', 'x', '1.5'], ['soup', 'y', '2.5']);
  const taken = Object.values(columns);
  expect(new Set(taken).size).toBe(taken.length);
});

describe('what would count wrongly is asked about', () => {
  test('a total that may be the whole order’s, beside dishes', () => {
    const lines = times(3, () => ['1', 'Luna', 'tea', '12.50']);
    const header = (price: string) => ['Order ID', 'Restaurant', 'Item', price];
    expect(matched(header('Order Total'), ...lines).isSure).toBe(false);
    expect(matched(header('Item Total'), ...lines).isSure).toBe(true);
    const noDish = times(3, () => ['1', 'Luna', 'Bob', '12.50']);
    expect(matched(['Order ID', 'Restaurant', 'Guest', 'Total'], ...noDish).isSure).toBe(true);
  });

  test('a price of one beside a quantity under another name', () => {
    const lines = times(3, () => ['tea', '2', '4.50']);
    const found = matched(['Item', 'Units of it', 'Price'], ...lines);
    expect(found).toMatchObject({ isSure: false, columns: { dish: 0, quantity: 1, price: 2 } });
  });

  test('no price of one where a line’s total is there and no quantity', () => {
    const lines = times(3, () => ['tea', 'a', '4.50', '9.00']);
    const found = matched(['Item', 'Note', 'Price', 'Line Total'], ...lines);
    expect(found).toMatchObject({ columns: { price: 3 }, priceIs: 'line total', isSure: true });
  });

  test('a price that the total beside it always repeats is the total itself', () => {
    const header = ['Item', 'Qty', 'Price', 'Total'];
    const repeated = [
      ['tea', '2', '9.00', '9.00'],
      ['tea', '1', '4.50', '4.50'],
    ];
    expect(matched(header, ...repeated).priceIs).toBe('line total');
    expect(matched(header, ['tea', '2', '4.50', '9.00']).priceIs).toBe('unit price');
    expect(matched(header, ['tea', '1', '4.50', '4.50']).priceIs).toBe('unit price');
  });

  test('a customer column that is seldom filled', () => {
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
  ])('is one by its header: %s', (header) => {
    expect(looksLikeBankStatement(header.split(/[,;]/))).toBe(true);
  });

  test.each([
    'Reference,Date,Item Name,Quantity,Price,Cash,Credit',
    'Date;N° ticket;Libellé;Qté;PU TTC;Montant TTC;Crédit',
    'Reference,Venue,Guest Name,Date,Covers,Deposit,Balance',
  ])('is none: %s', (header) => {
    expect(looksLikeBankStatement(header.split(/[,;]/))).toBe(false);
  });
});
