import { describe, expect, test } from 'vitest';
import { provideLocale } from '../../src/i18n/locale';
import { en } from '../../src/i18n/messages/en';
import type { Figures, Summary } from '../../src/domain/remembered-load';
import { sinceThen } from '../../src/reports/compared';
import { Differences } from '../../src/reports/differences';

type Sold = [restaurant: string, dish: string, orders: number, revenue: bigint | null];

function summary(sold: readonly Sold[], own: Partial<Summary> = {}): Summary {
  const restaurants = [...new Set(sold.map(([restaurant]) => restaurant))];
  return {
    figures: [null, ...restaurants].map((restaurant) => figures({ restaurant })),
    dishes: {
      restaurants: sold.map(([restaurant]) => restaurant),
      names: sold.map(([, dish]) => dish),
      orders: sold.map(([, , orders]) => orders),
      revenues: sold.map(([, , , revenue]) => revenue),
    },
    guests: null,
    ...own,
  };
}

function figures(own: Partial<Figures>): Figures {
  return { restaurant: null, customers: 1, visits: 1, revenue: 1n, pricedVisits: 1, ...own };
}

const between = (before: readonly Sold[], now: readonly Sold[]) =>
  new Differences(summary(before), summary(now));

describe('dishes', () => {
  test('move by the number of dishes that overtook them', () => {
    const differences = between(
      [
        ['A', 'tea', 9, 1n],
        ['A', 'soup', 8, 2n],
        ['A', 'pie', 7, 3n],
      ],
      [
        ['A', 'tea', 7, 1n],
        ['A', 'soup', 8, 2n],
        ['A', 'pie', 9, 3n],
      ],
    );
    expect(differences.dish('A', 'pie', 'orders')).toEqual({ kind: 'up', places: 2 });
    expect(differences.dish('A', 'tea', 'orders')).toEqual({ kind: 'down', places: 2 });
    expect(differences.dish('A', 'soup', 'orders')).toBeNull();
    expect(differences.dish('A', 'pie', 'revenue')).toBeNull();
  });

  test('share a rank if they are equal, so a name alone moves no dish', () => {
    const differences = between(
      [
        ['A', 'b', 5, null],
        ['A', 'c', 5, null],
        ['A', 'd', 1, null],
      ],
      [
        ['A', 'b', 5, null],
        ['A', 'c', 5, null],
        ['A', 'd', 5, null],
      ],
    );
    expect(differences.dish('A', 'c', 'orders')).toBeNull();
    expect(differences.dish('A', 'd', 'orders')).toEqual({ kind: 'up', places: 2 });
  });

  test('are new only in a restaurant that the earlier load has', () => {
    const differences = between(
      [
        ['A', 'tea', 1, null],
        ['C', 'pie', 1, null],
      ],
      [
        ['A', 'tea', 1, 5n],
        ['A', 'pie', 1, 4n],
        ['B', 'tea', 1, 1n],
      ],
    );
    expect(differences.dish('A', 'pie', 'orders')).toEqual({ kind: 'new' });
    // In the earlier load, the dish had no price.
    expect(differences.dish('A', 'tea', 'revenue')).toBeNull();
    expect(differences.dish('B', 'tea', 'orders')).toBeNull();
    expect(differences.restaurants).toEqual({ added: ['B'], gone: ['C'] });
    expect(differences.dishes('A')).toEqual({ added: ['pie'], gone: [] });
    expect(differences.dishes('B')).toEqual({ added: [], gone: [] });
    // The pie only moved to another restaurant.
    expect(differences.dishes(null)).toEqual({ added: [], gone: [] });
  });

  test('may have names of JavaScript properties', () => {
    const differences = between(
      [['__proto__', 'constructor', 1, 1n]],
      [
        ['__proto__', 'constructor', 1, 1n],
        ['__proto__', '__proto__', 2, 2n],
      ],
    );
    expect(differences.dishes('__proto__').added).toEqual(['__proto__']);
    expect(differences.dish('__proto__', 'constructor', 'orders')).toEqual({
      kind: 'down',
      places: 1,
    });
    expect(differences.figures('toString')).toBeNull();
  });

  test('are neither new nor gone if a file has no dish column', () => {
    const none = summary([], { figures: [figures({})] });
    const some = summary([['A', 'tea', 1, 1n]]);
    expect(new Differences(none, some).dishes(null)).toEqual({ added: [], gone: [] });
    expect(new Differences(some, none).dishes(null)).toEqual({ added: [], gone: [] });
  });
});

describe('customers', () => {
  const guests = (names: string[], visited: number[], visitor: string, areAll = true) =>
    summary([], {
      guests: { travellers: { names, visited, areAll }, visitors: [['A', visitor]] },
    });

  test('move by the number of customers with more restaurants', () => {
    const differences = new Differences(
      guests(['Ann', 'Bob', 'Cy'], [3, 2, 2], 'Bob'),
      guests(['Cy', 'Ann', 'Bob', 'Di'], [4, 3, 2, 1], 'Cy'),
    );
    expect(differences.traveller('Cy')).toEqual({ kind: 'up', places: 1 });
    expect(differences.traveller('Ann')).toEqual({ kind: 'down', places: 1 });
    expect(differences.traveller('Di')).toEqual({ kind: 'new' });
    expect(differences.visitor('A')).toEqual({ kind: 'new', was: 'Bob' });
    expect(differences.visitor('B')).toBeNull();
  });

  test('are not new if the earlier list was cut', () => {
    const differences = new Differences(
      guests(['Ann'], [3], 'Bob', false),
      guests(['Ann', 'Bob'], [3, 2], 'Bob'),
    );
    expect(differences.traveller('Bob')).toBeNull();
    expect(differences.visitor('A')).toBeNull();
  });

  test('are not compared if names are hidden', () => {
    const differences = new Differences(guests(['Ann'], [3], 'Bob'), summary([]));
    expect(differences.traveller('Ann')).toBeNull();
    expect(differences.visitor('A')).toBeNull();
  });
});

describe('a figure', () => {
  provideLocale(() => ({ language: 'en', messages: en, currency: null }));
  const at = new Date(2026, 2, 12, 14, 5).getTime();
  const earlier = { at, files: [{ name: 'week.csv', lines: 3 }] };
  const textOf = (before: number | bigint | null, now: number | bigint | null) =>
    sinceThen(before, now, earlier)?.text;

  test.each([
    [1000, 1032, '+3.2% since Mar 12, 2026'],
    [1000, 999, '−0.1% since Mar 12, 2026'],
    [3, 3, 'unchanged since Mar 12, 2026'],
    [10, 25, '+150% since Mar 12, 2026'],
    [10, 20, '+100% since Mar 12, 2026'],
    [10, 250, '×25 since Mar 12, 2026'],
    [10, 0, '−100% since Mar 12, 2026'],
    [0, 5, '+5 since Mar 12, 2026'],
    [0n, 500n, '+5.00 since Mar 12, 2026'],
    [-100n, 500n, '+6.00 since Mar 12, 2026'],
    [500n, -100n, '−6.00 since Mar 12, 2026'],
    [10n ** 30n, 2n * 10n ** 30n, '+100% since Mar 12, 2026'],
    [100_000, 99_999, '−1 since Mar 12, 2026'],
    [100_000, 1, '−99,999 since Mar 12, 2026'],
    [100_000, 100_010, '+0.01% since Mar 12, 2026'],
    [null, 5, undefined],
    [5, null, undefined],
    [5, 500n, undefined],
  ])('changes from %s to %s: %s', (before, now, expected) => {
    expect(textOf(before, now)).toBe(expected);
  });

  test('shows the earlier value with its file and time', () => {
    expect(sinceThen(123_450n, 5n, earlier)?.full).toMatch(
      /^1,234\.50 in week\.csv, Mar 12, 2026, 2:05\sPM$/,
    );
    const several = { at, files: [...earlier.files, ...earlier.files, ...earlier.files] };
    expect(sinceThen(1, 2, several)?.full).toContain('week.csv and 2 other files');
  });
});
