import { expect, test } from 'vitest';
import { View } from '../../src/state/view.svelte';

/** An address with its way back. */
function viewAt(hash: string) {
  const hashes = [hash];
  const view = new View({
    read: () => hashes.at(-1)!,
    push: (next) => hashes.push(next),
    replace: (next) => {
      hashes[hashes.length - 1] = next;
    },
  });
  const back = () => {
    hashes.pop();
    view.follow();
  };
  return { view, hashes, back };
}

test('what is picked is in the address, as a position, and the way back undoes it', () => {
  const { view, hashes, back } = viewAt('');
  expect(view.restaurant).toBeUndefined();
  view.pickRestaurant(2);
  view.pickRestaurant(2);
  view.pickRestaurant(null);
  expect(hashes).toEqual(['', 'restaurant=3', 'restaurant=all']);
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
  expect(hashes).toEqual(['']);
});
