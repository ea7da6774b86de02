import { describe, expect, test } from 'vitest';
import { BigQueryDestination } from '../../../src/state/page/bigquery-destination.svelte';

const KEY = 'dishboard:bigquery';

function storeWith(kept: string | null) {
  const entries = new Map<string, string>(kept === null ? [] : [[KEY, kept]]);
  return {
    entries,
    store: {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
      removeItem: (key: string) => void entries.delete(key),
    },
  };
}

test('only valid fields are stored', () => {
  const { store, entries } = storeWith(null);
  const destination = new BigQueryDestination(store);
  expect(destination.typed).toEqual({ project: '', dataset: '', location: '' });
  destination.type({ project: 'end-of-universe' });
  destination.type({ dataset: 'my orders' });
  destination.type({ location: 'EU' });
  expect(destination.typed).toEqual({
    project: 'end-of-universe',
    dataset: 'my orders',
    location: 'EU',
  });
  expect(new BigQueryDestination(store).typed).toEqual({
    project: 'end-of-universe',
    dataset: '',
    location: 'EU',
  });
  destination.type({ project: '', location: '' });
  expect(entries.size).toBe(0);
});

describe('a stored destination', () => {
  test.each([
    '',
    'null',
    '[]',
    '7',
    '{"project":7,"dataset":{},"location":null}',
    '{"project":"$(ls)","dataset":"a;b","location":"--help"}',
  ])('is ignored if it has %j', (kept) => {
    expect(new BigQueryDestination(storeWith(kept).store).typed).toEqual({
      project: '',
      dataset: '',
      location: '',
    });
  });

  test('is not needed: without storage the typed fields remain', () => {
    const refuse = () => {
      throw new Error('forbidden');
    };
    for (const store of [null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
      const destination = new BigQueryDestination(store);
      destination.type({ project: 'end-of-universe' });
      expect(destination.typed.project).toBe('end-of-universe');
      destination.type({ project: '' });
      expect(destination.typed.project).toBe('');
    }
  });
});
