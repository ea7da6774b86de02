import { expect, test } from 'vitest';
import { View, type Place } from '../../src/state/view.svelte';

/** An address with its way back. */
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

test('what is picked is in the address, as a position, and the way back undoes it', () => {
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
])('the address %j is about %j', (hash, restaurant) => {
  expect(viewAt(hash).view.restaurant).toBe(restaurant);
});

test('other reports begin with nothing picked', () => {
  const { view, hashes } = viewAt('restaurant=3');
  view.reset();
  expect(view.restaurant).toBeUndefined();
  expect(hashes()).toEqual(['']);
});

test('a dish or a customer is asked about without a word of it in the address', () => {
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

test('a panel that nothing was kept for is not open', () => {
  expect(viewAt('panel=customer').view.subject).toBeNull();
});
