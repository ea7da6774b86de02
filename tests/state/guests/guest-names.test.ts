import { describe, expect, test } from 'vitest';
import { Pseudonyms } from '../../../src/state/guests/pseudonyms';
import { GuestNames, type Hiding } from '../../../src/state/guests/guest-names.svelte';
import { hideFileCell } from '../../../src/state/guests/hidden-records';
import type { Shown } from '../../../src/state/phase';
import { MemoryStore, settled } from '../../support/stage';

const SHOWN = { isSample: false } as Shown;
const keys: string[] = [];
const hiding: Hiding = {
  makePseudonyms: (key) => {
    keys.push(Buffer.from(key).toString('hex'));
    return new Pseudonyms(key);
  },
  hideGuests: (shown) => Promise.resolve({ ...shown, isSample: true }),
  hideCell: hideFileCell,
};

describe('the shown reports', () => {
  test('are missing until names are masked', async () => {
    const guests = new GuestNames(new MemoryStore(), () => Promise.resolve(hiding));
    expect(guests.shownOf(SHOWN)).toBe(SHOWN);
    expect(guests.cell('Ann', 'customer')).toBe('Ann');
    guests.setHidden(true);
    expect(guests.shownOf(SHOWN)).toBeNull();
    expect(guests.cell('Ann', 'customer')).toBe('(hidden)');
    guests.follow(SHOWN);
    await settled();
    expect(guests.shownOf(SHOWN)?.isSample).toBe(true);
    expect(guests.cell(' Ann', 'customer')).toMatch(/^Guest [0-9A-Z]{12}$/);
    expect(guests.cell('Ann', undefined)).toBe('(hidden)');
    expect(guests.cell('tea', 'dish')).toBe('tea');
    const other = { isSample: false } as Shown;
    expect(guests.shownOf(other)).toBeNull();
    guests.setHidden(false);
    expect(guests.shownOf(SHOWN)).toBe(SHOWN);
  });

  test('are missing if masking fails', async () => {
    const guests = new GuestNames(null, () => Promise.reject(new Error('offline')));
    guests.setHidden(true);
    guests.follow(SHOWN);
    await settled();
    expect([guests.shownOf(SHOWN), guests.hasFailed(SHOWN)]).toEqual([null, true]);
  });

  test('use a stored key, or one for the session without storage', async () => {
    const store = new MemoryStore();
    const hideIn = async (guests: GuestNames) => {
      guests.setHidden(true);
      guests.follow(SHOWN);
      await settled();
      return guests.cell('Ann', 'customer');
    };
    const load = () => Promise.resolve(hiding);
    const first = await hideIn(new GuestNames(store, load));
    const again = new GuestNames(store, load);
    expect(again.areHidden).toBe(true);
    expect(await hideIn(again)).toBe(first);
    again.setHidden(false);
    expect(new GuestNames(store, load).areHidden).toBe(false);
    const forgetful = new GuestNames(null, load);
    const own = await hideIn(forgetful);
    expect(own).not.toBe(first);
    forgetful.setHidden(false);
    expect(await hideIn(forgetful)).toBe(own);
    expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
  });
});
