import { expect, test } from 'vitest';
import { forgetEverything } from '../../src/device/forget-everything';
import type { LoadStore } from '../../src/domain/remembered-load';

class Items implements Storage {
  readonly items: Map<string, string>;

  constructor(items: Record<string, string>) {
    this.items = new Map(Object.entries(items));
  }

  get length(): number {
    return this.items.size;
  }

  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
  clear = () => {
    this.items.clear();
  };
}

const loads = (clear: () => Promise<boolean>): LoadStore => ({
  read: () => Promise.resolve(null),
  write: () => Promise.resolve('kept'),
  clear,
});
const none = loads(() => Promise.resolve(false));

test('deletes and lists everything that Dishboard stored, and nothing else', async () => {
  const store = new Items({
    'dishboard:settings': '{}',
    'dishboard:guest-key': 'ab',
    'another:settings': '{}',
    'dishboard:hide-guests': 'yes',
    'dishboard:of-another-version': '1',
  });
  const had = loads(() => Promise.resolve(true));
  expect(await forgetEverything(store, had)).toEqual({
    removed: ['settings', 'guests', 'loads', 'others'],
    isAll: true,
  });
  expect([...store.items.keys()]).toEqual(['another:settings']);
  expect(await forgetEverything(store, none)).toEqual({ removed: [], isAll: true });
});

test('finds nothing to delete without browser storage', async () => {
  expect(await forgetEverything(null, none)).toEqual({ removed: [], isAll: true });
});

test('does not report what could not be deleted', async () => {
  const store = new Items({ 'dishboard:settings': '{}' });
  store.removeItem = () => {
    throw new Error('forbidden');
  };
  expect(await forgetEverything(store, none)).toEqual({ removed: [], isAll: false });
});
