import { describe, expect, test } from 'vitest';
import { CANONICAL_HEADER, normalise } from '../../../src/ingest/layout/aliases';
import { matchColumns } from '../../../src/ingest/layout/header';

describe('normalise', () => {
  test.each([
    ['First Name', 'firstname'],
    ['  first_name ', 'firstname'],
    ['FOOD-COST', 'foodcost'],
    ['Café', 'cafe'],
    ['ｐｒｉｃｅ', 'price'],
    ['店舗名', '店舗名'],
    ['Price ($)', 'price'],
  ])('%j is %j', (name, normal) => {
    expect(normalise(name)).toBe(normal);
  });
});

describe('matchColumns', () => {
  test('the canonical header', () => {
    expect(matchColumns(CANONICAL_HEADER)).toEqual({
      restaurant: 0,
      dish: 1,
      customer: 2,
      price: 3,
    });
  });

  test('any order, with columns that are nobody’s', () => {
    const header = ['Order ID', 'Unit Price', 'Qty', 'Guest Name', 'Store', 'Menu Item', 'Tax'];
    expect(matchColumns(header)).toEqual({
      price: 1,
      quantity: 2,
      customer: 3,
      restaurant: 4,
      dish: 5,
    });
  });

  test('the surest name wins, not the leftmost', () => {
    expect(matchColumns(['cost', 'food_cost', 'item', 'food_names'])).toEqual({
      price: 1,
      dish: 3,
    });
  });

  test('names that look like a role but are none', () => {
    const header = ['__proto__', 'constructor', 'Total products', 'Date', 'Order Number'];
    expect(matchColumns(header)).toEqual({});
  });
});
