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
  ])('converts %j to %j', (name, normal) => {
    expect(normalise(name)).toBe(normal);
  });
});

describe('matchColumns', () => {
  test('matches the canonical header', () => {
    expect(matchColumns(CANONICAL_HEADER)).toEqual({
      restaurant: 0,
      dish: 1,
      customer: 2,
      price: 3,
    });
  });

  test('matches columns in any order among unknown ones', () => {
    const header = ['Order ID', 'Unit Price', 'Qty', 'Guest Name', 'Store', 'Menu Item', 'Tax'];
    expect(matchColumns(header)).toEqual({
      price: 1,
      quantity: 2,
      customer: 3,
      restaurant: 4,
      dish: 5,
    });
  });

  test('prefers the most specific alias to the leftmost column', () => {
    expect(matchColumns(['cost', 'food_cost', 'item', 'food_names'])).toEqual({
      price: 1,
      dish: 3,
    });
  });

  test('ignores names that only resemble a role', () => {
    const header = ['__proto__', 'constructor', 'Total products', 'Date', 'Order Number'];
    expect(matchColumns(header)).toEqual({});
  });
});
