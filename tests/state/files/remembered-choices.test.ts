import { describe, expect, test } from 'vitest';
import {
  headerKey,
  RememberedChoices,
  restaurantOf,
  mergeRestaurants,
  stemOf,
} from '../../../src/state/files/remembered-choices';
import { layoutOf } from '../../support/scan';
import { MemoryStore } from '../../support/stage';

const CHOICE = {
  encoding: 'shift_jis',
  delimiter: 0x3b,
  quote: -1,
  headerLine: 3,
  decimalMark: ',',
  priceIs: 'line total',
  columns: { dish: 0, price: 2 },
} as const;

test('a choice lasts until it is forgotten', () => {
  const store = new MemoryStore();
  const remembered = {
    choice: CHOICE,
    insteadOf: { encoding: 'utf-8' },
    restaurants: [['orders', 'Luna']],
  } as const;
  new RememberedChoices(store).set('a', remembered);
  expect(new RememberedChoices(store).get('a')).toEqual(remembered);
  expect(new RememberedChoices(store).get('b')).toBeNull();
  new RememberedChoices(store).forget('a');
  expect(new RememberedChoices(store).get('a')).toBeNull();
});

test('the oldest choices are dropped when there are too many', () => {
  const choices = new RememberedChoices(new MemoryStore());
  for (let index = 0; index < 60; index += 1) {
    choices.set(String(index), { choice: {}, insteadOf: {}, restaurants: [] });
  }
  expect(choices.get('9')).toBeNull();
  expect(choices.get('10')).not.toBeNull();
});

describe('an invalid stored choice', () => {
  test.each([
    'no JSON',
    '{}',
    'null',
    '[["a"]]',
    '[["a", null]]',
    '[["a", {"choice": 1}]]',
    '[[1, {"choice": {}}]]',
  ])('is ignored: %s', (text) => {
    const store = new MemoryStore();
    store.setItem('dishboard:choices', text);
    expect(new RememberedChoices(store).get('a')).toBeNull();
  });

  test('loses only its invalid fields', () => {
    const store = new MemoryStore();
    const choice = {
      encoding: 'klingon',
      delimiter: ';',
      headerLine: 1.5,
      decimalMark: '!',
      columns: { dish: -1, price: 2, __proto__: 3, other: 4 },
    };
    const entry = ['a', { choice, restaurants: [['x', 'y'], ['z'], 1] }];
    store.setItem('dishboard:choices', JSON.stringify([entry]));
    expect(new RememberedChoices(store).get('a')).toEqual({
      choice: { columns: { price: 2 } },
      insteadOf: {},
      restaurants: [['x', 'y']],
    });
  });
});

test('a browser without storage remembers nothing', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const choices = new RememberedChoices({ getItem: refuse, setItem: refuse, removeItem: refuse });
  choices.set('a', { choice: {}, insteadOf: {}, restaurants: [] });
  choices.forget('a');
  expect(choices.get('a')).toBeNull();
  expect(new RememberedChoices(null).get('a')).toBeNull();
});

test('a header is a key unless it is missing or too long', () => {
  const layout = layoutOf();
  expect(headerKey({ ...layout, header: ['a', 'b'] })).toBe('["a","b"]');
  expect(headerKey({ ...layout, headerLine: null })).toBeNull();
  expect(headerKey({ ...layout, header: ['x'.repeat(5000)] })).toBeNull();
});

test.each([
  ['orders-2026-11-21.csv', 'orders'],
  ['Luna (3).xlsx', 'Luna'],
  ['2026.csv', ''],
  ['店舗_01.csv', '店舗'],
])('%s has the stem %j', (name, stem) => {
  expect(stemOf(name)).toBe(stem);
});

describe('the remembered restaurant of a file', () => {
  const remembered = (...restaurants: [string, string][]) => ({
    choice: {},
    insteadOf: {},
    restaurants,
  });

  test('is that of the same file, or of names that differ only in digits', () => {
    const one = remembered(['store-1.csv', 'Luna'], ['bar.csv', 'Sol']);
    expect(restaurantOf(one, 'store-1.csv')).toBe('Luna');
    expect(restaurantOf(one, 'store-2.csv')).toBe('Luna');
    expect(restaurantOf(one, 'inn.csv')).toBeNull();
  });

  test('is missing if similar names disagree', () => {
    const two = remembered(['store-1.csv', 'Luna'], ['store-2.csv', 'Sol']);
    expect(restaurantOf(two, 'store-2.csv')).toBe('Sol');
    expect(restaurantOf(two, 'store-3.csv')).toBeNull();
  });

  test('is the latest answer', () => {
    const before = [
      ['a.csv', 'A'],
      ['b.csv', 'B'],
    ] as const;
    expect(mergeRestaurants(before, [['a.csv', 'C']])).toEqual([
      ['b.csv', 'B'],
      ['a.csv', 'C'],
    ]);
  });
});
