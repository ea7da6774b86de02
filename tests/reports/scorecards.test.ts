import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../../src/domain/roles';
import type { Note, Scorecards } from '../../src/reports/report';
import { scorecards } from '../../src/reports/scorecards';
import { NO_RESULTS, type Scorecard } from '../../src/sql/tables';

/** The rows of restaurants and of all restaurants together, which have `all` distinct customers. */
function rowsOf(
  all: number | null,
  ...restaurants: [customers: number | null, visits: number, revenue: bigint | null][]
): Scorecard[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const rowOf = (
    name: string | null,
    customers: number | null,
    own: typeof restaurants,
  ): Scorecard => {
    const known = own.flatMap(([number]) => (number === null ? [] : [number]));
    const revenues = own.flatMap(([, , revenue]) => (revenue === null ? [] : [revenue]));
    const priced = own.filter(([, , revenue]) => revenue !== null);
    return {
      restaurant: name,
      customers,
      visits: sum(own.map(([, visits]) => visits)),
      revenue: revenues.length > 0 ? revenues.reduce((total, one) => total + one, 0n) : null,
      priced_visits: sum(priced.map(([, visits]) => visits)),
      customers_of_each: known.length > 0 ? sum(known) : null,
      restaurants: own.length,
      restaurants_with_customers: known.length,
      restaurants_with_revenue: revenues.length,
    };
  };
  return [
    rowOf(null, all, restaurants),
    ...restaurants.map((own, index) => rowOf('ABCDEF'.charAt(index), own[0], [own])),
  ];
}

function blocksOf(rows: Scorecard[], restaurant: string | null, roles: readonly Role[] = ROLES) {
  const [cards, ...notes] = scorecards({ ...NO_RESULTS, roles, scorecards: rows }, restaurant);
  return { cards: (cards as Scorecards).cards, notes: notes as Note[] };
}

const remarks = (...[rows, restaurant, roles]: Parameters<typeof blocksOf>) =>
  blocksOf(rows, restaurant, roles).cards.map((card) => card.remarks);

const THREE = rowsOf(100, [60, 1000, 90000n], [50, 500, 30000n], [40, 500, 60000n]);

describe('a restaurant beside others', () => {
  test('shows its share of all and its distance from the average', () => {
    expect(blocksOf(THREE, 'A').cards).toEqual([
      {
        label: 'Customers',
        value: 60,
        remarks: ['60% of all', '20% above the average restaurant'],
      },
      {
        label: 'Visits',
        value: 1000,
        remarks: ['50% of all', '50% above the average restaurant'],
      },
      {
        label: 'Revenue',
        value: 90000n,
        remarks: ['50% of all', '50% above the average restaurant'],
      },
      { label: 'Average per visit', value: 90n, remarks: ['the same as the average visit'] },
    ]);
  });

  test('is at the average, below it, or a multiple of it', () => {
    expect(remarks(THREE, 'B')).toEqual([
      ['50% of all', 'the same as the average restaurant'],
      ['25% of all', '25% below the average restaurant'],
      ['17% of all', '50% below the average restaurant'],
      ['33% below the average visit'],
    ]);
    const chain = rowsOf(100, [90, 900, 1n], [4, 50, 1n], [3, 50, 1n], [3, 0, 0n]);
    expect(remarks(chain, 'A').slice(0, 2)).toEqual([
      ['90% of all', '3.6 times the average restaurant'],
      ['90% of all', '3.6 times the average restaurant'],
    ]);
  });

  test('keeps almost zero apart from zero, and almost 100% from 100%', () => {
    const rows = rowsOf(
      10,
      [5, 1, 10n ** 30n],
      [5, 9_999, 1n],
      [5, 10_000, 10n ** 30n],
      [5, 10_000, 0n],
    );
    expect(remarks(rows, 'A')[1]).toEqual([
      'under 0.01% of all',
      '99.99% below the average restaurant',
    ]);
    expect(remarks(rows, 'B')[2]).toEqual([
      'under 0.01% of all',
      'over 99.99% below the average restaurant',
    ]);
    expect(remarks(rows, 'D')[2]).toEqual(['0% of all', '100% below the average restaurant']);
    expect(remarks(rowsOf(2, [1, 1, 10n ** 30n], [1, 1, 10n ** 30n + 1n]), 'A')[2]).toEqual([
      '50% of all',
      'under 0.01% below the average restaurant',
    ]);
  });

  test('notes that customer shares exceed 100% if customers overlap', () => {
    expect(blocksOf(THREE, 'A').notes.map(({ text }) => text)).toEqual([
      [
        'Customers of several restaurants are counted in each, so customer shares add up to more than 100%.',
      ],
    ]);
    expect(blocksOf(rowsOf(2, [1, 1, 1n], [1, 1, 1n]), 'A').notes).toEqual([]);
  });
});

describe('refunds', () => {
  test('hide share and distance if they exceed sales', () => {
    const inAll = rowsOf(2, [1, 1, 500n], [1, 1, -700n]);
    expect([remarks(inAll, 'A')[2], remarks(inAll, 'A')[3]]).toEqual([[], []]);
    expect([remarks(inAll, 'B')[2], remarks(inAll, 'B')[3]]).toEqual([[], []]);
    expect(remarks(inAll, null)[2]).toEqual(['−1.00 per restaurant']);
    const toNothing = rowsOf(2, [1, 1, 500n], [1, 1, -500n]);
    expect([remarks(toNothing, 'A')[2], remarks(toNothing, 'A')[3]]).toEqual([[], []]);
  });

  test('of another restaurant hide a share above 100%', () => {
    const rows = rowsOf(2, [1, 1, 500n], [1, 1, -100n]);
    expect(remarks(rows, 'A')[2]).toEqual(['2.5 times the average restaurant']);
    expect(remarks(rows, 'B')[2]).toEqual([]);
  });
});

test('shows the average per restaurant for all restaurants', () => {
  expect(blocksOf(THREE, null).cards.map((card) => [card.value, card.remarks])).toEqual([
    [100, ['50 per restaurant']],
    [2000, ['667 per restaurant']],
    [180000n, ['600.00 per restaurant']],
    [90n, []],
  ]);
  expect(blocksOf(THREE, null).notes.map(({ text }) => text)).toEqual([
    [
      'Customers of several restaurants are counted once in the total, and once in each of their restaurants.',
    ],
  ]);
});

test('shortens a large average', () => {
  const rows = rowsOf(2, [1, 5_000_000, 10n ** 14n], [1, 1, 1n]);
  expect(remarks(rows, null).slice(1, 3)).toEqual([
    ['2.50M per restaurant'],
    ['500B per restaurant'],
  ]);
});

test.each([null, 'A'])('compares an only restaurant with nothing, picked: %s', (picked) => {
  expect(remarks(rowsOf(3, [3, 5, 700n]), picked)).toEqual([[], [], [], []]);
});

describe('a missing column', () => {
  test('is named and not compared', () => {
    const rows = rowsOf(null, [null, 3, null], [null, 1, null]);
    expect(blocksOf(rows, 'A', ['restaurant', 'dish']).cards).toEqual([
      { label: 'Customers', value: null, remarks: ['not in this file'] },
      {
        label: 'Visits',
        value: 3,
        remarks: ['75% of all', '50% above the average restaurant'],
      },
      { label: 'Revenue', value: null, remarks: ['not in this file'] },
      { label: 'Average per visit', value: null, remarks: ['not in this file'] },
    ]);
  });

  test('of one restaurant does not affect averages of the others', () => {
    const rows = rowsOf(9, [6, 10, 3000n], [6, 10, 1000n], [null, 80, null]);
    expect(remarks(rows, 'A')).toEqual([
      ['67% of all', 'the same as the average restaurant'],
      ['10% of all', '70% below the average restaurant'],
      ['75% of all', '50% above the average restaurant'],
      ['50% above the average visit'],
    ]);
    expect(blocksOf(rows, 'C').cards.map((card) => [card.value, card.remarks.length])).toEqual([
      [null, 0],
      [80, 2],
      [null, 0],
      [null, 0],
    ]);
    expect(blocksOf(rows, null).cards.map(({ value }) => value)).toEqual([9, 100, 4000n, 200n]);
  });
});
