import { describe, expect, test } from 'vitest';
import { View, type Place } from '../../../src/state/page/view.svelte';

function viewAt(hash: string) {
  const places: Place[] = [{ hash, kept: null }];
  const view = new View({
    read: () => places.at(-1)!,
    push: (next) => places.push(next),
    replace: (next) => {
      places[places.length - 1] = next;
    },
  });
  const back = () => {
    places.pop();
    view.follow();
  };
  return { view, hashes: () => places.map((place) => place.hash), back };
}

test('the address contains the picked restaurant as an index, and going back undoes the pick', () => {
  const { view, hashes, back } = viewAt('');
  expect(view.restaurant).toBeUndefined();
  view.pickRestaurant(2);
  view.pickRestaurant(2);
  view.pickRestaurant(null);
  expect(hashes()).toEqual(['', 'restaurant=3', 'restaurant=all']);
  back();
  expect(view.restaurant).toBe(2);
  back();
  expect(view.restaurant).toBeUndefined();
});

test.each([
  ['restaurant=1', 0],
  ['restaurant=all', null],
  ['restaurant=0', undefined],
  ['restaurant=-1', undefined],
  ['restaurant=1e3', undefined],
  ['restaurant=__proto__', undefined],
  ['restaurant=99999999999999', undefined],
  ['something=else', undefined],
  ['%', undefined],
])('the address %j selects %j', (hash, restaurant) => {
  expect(viewAt(hash).view.restaurant).toBe(restaurant);
});

test('new reports start without a pick', () => {
  const { view, hashes } = viewAt('restaurant=3');
  view.reset();
  expect(view.restaurant).toBeUndefined();
  expect(hashes()).toEqual(['']);
});

test('going back never selects anything in other reports', () => {
  const { view, hashes, back } = viewAt('theme=dark');
  view.pickRestaurant(2);
  view.ask({ kind: 'dish', name: 'tea' });
  view.pickRestaurant(1);
  view.reset();
  view.pickRestaurant(0);
  back();
  back();
  expect(view.subject).toBeNull();
  expect(view.restaurant).toBeUndefined();
  back();
  expect(view.restaurant).toBeUndefined();
  expect(hashes()).toEqual(['theme=dark', 'theme=dark']);
  view.pickRestaurant(3);
  view.sort('menu', { column: 'dish', direction: 'ascending' });
  back();
  expect(view.restaurant).toBe(3);
});

test('the address does not contain the dish or customer of the panel', () => {
  const { view, hashes, back } = viewAt('restaurant=3');
  view.ask({ kind: 'customer', name: 'Ann' });
  expect(view.subject).toEqual({ kind: 'customer', name: 'Ann' });
  view.ask({ kind: 'dish', name: 'tea' });
  expect(hashes()).toEqual([
    'restaurant=3',
    'restaurant=3&panel=customer',
    'restaurant=3&panel=dish',
  ]);
  back();
  expect(view.subject).toEqual({ kind: 'customer', name: 'Ann' });
  expect(view.restaurant).toBe(2);
  view.ask(null);
  expect(hashes().at(-1)).toBe('restaurant=3');
});

test('a panel without a stored subject stays closed', () => {
  expect(viewAt('panel=customer').view.subject).toBeNull();
});

describe('the sort order of a table', () => {
  test('is in the address, and going back undoes it', () => {
    const { view, hashes, back } = viewAt('restaurant=3');
    view.sort('customer_stats', { column: 'first_name', direction: 'ascending' });
    view.sort('frequent_visitors', { column: 'visit_count', direction: 'descending' });
    view.sort('customer_stats', { column: 'first_name', direction: 'descending' });
    view.sort('frequent_visitors', null);
    expect(hashes().slice(1)).toEqual([
      'restaurant=3&sort=customer_stats.first_name.ascending',
      'restaurant=3&sort=customer_stats.first_name.ascending,frequent_visitors.visit_count.descending',
      'restaurant=3&sort=frequent_visitors.visit_count.descending,customer_stats.first_name.descending',
      'restaurant=3&sort=customer_stats.first_name.descending',
    ]);
    expect(view.sortOf('frequent_visitors')).toBeUndefined();
    back();
    expect(view.sortOf('frequent_visitors')).toEqual({
      table: 'frequent_visitors',
      column: 'visit_count',
      direction: 'descending',
    });
  });

  test.each(['a', 'a.b', 'a.b.up', 'a.b.ascending.c', '<b>.b.ascending', '.b.ascending', ','])(
    'is not read from %j',
    (sort) => {
      const { view } = viewAt(`sort=${sort}`);
      expect(view.sortOf('a')).toBeUndefined();
      expect(view.sortOf('')).toBeUndefined();
    },
  );

  test('stays when a restaurant is picked and resets with new reports', () => {
    const { view, hashes } = viewAt('sort=a.b.ascending');
    view.pickRestaurant(0);
    expect(view.sortOf('a')?.column).toBe('b');
    view.show({ theme: 'dark' });
    view.reset();
    expect(view.sortOf('a')).toBeUndefined();
    expect(hashes().at(-1)).toBe('theme=dark');
  });
});

test('the theme and language are in the address without a history entry', () => {
  const { view, hashes } = viewAt('theme=dark&language=ja');
  expect([view.theme, view.language]).toEqual(['dark', 'ja']);
  view.show({ theme: 'light' });
  expect(hashes()).toEqual(['theme=light&language=ja']);
});

test('going back keeps the latest language and theme', () => {
  const { view, hashes, back } = viewAt('theme=dark');
  view.show({ language: 'ja' });
  view.pickRestaurant(2);
  view.show({ language: 'en' });
  back();
  expect(view.restaurant).toBeUndefined();
  expect([view.theme, view.language]).toEqual(['dark', 'en']);
  expect(hashes()).toEqual(['theme=dark&language=en']);
});
