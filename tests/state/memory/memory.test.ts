import { describe, expect, test } from 'vitest';
import type { Kept, LoadStore, RememberedLoad } from '../../../src/domain/remembered-load';
import { Memory } from '../../../src/state/memory/memory.svelte';
import type { Shown } from '../../../src/state/phase';
import { MemoryStore, settled, Stage } from '../../support/stage';

type Own = Omit<RememberedLoad, 'at'>;

const KEY = 'dishboard:remember';

/** Makes a remembered load with `content` as its fingerprint. */
const load = (name: string, content = name): Own => ({
  files: [{ name, lines: 1 }],
  fingerprint: content,
  summary: {
    figures: [],
    dishes: { restaurants: [], names: [], orders: [], revenues: [] },
    guests: { travellers: { names: ['Bob'], visited: [1], areAll: true }, visitors: [] },
  },
});

class Shelf implements LoadStore {
  kept: Kept | null = null;
  outcome: 'kept' | 'full' | 'forbidden' = 'kept';
  isForbidden = false;

  read(): Promise<Kept | null> {
    return this.isForbidden ? Promise.reject(new Error('forbidden')) : Promise.resolve(this.kept);
  }

  write(kept: Kept): Promise<'kept' | 'full' | 'forbidden'> {
    if (this.outcome === 'kept') this.kept = kept;
    return Promise.resolve(this.outcome);
  }

  clear(): Promise<boolean> {
    const had = this.kept !== null;
    this.kept = null;
    return Promise.resolve(had);
  }
}

class Setting {
  readonly store = new MemoryStore();
  readonly shelf = new Shelf();
  areGuestsHidden = false;
  own: Own | null = load('monday.csv');

  memory(): Memory {
    return new Memory({
      store: this.store,
      loads: this.shelf,
      summarise: (_, areHidden) =>
        Promise.resolve(
          areHidden && this.own
            ? { ...this.own, summary: { ...this.own.summary, guests: null } }
            : this.own,
        ),
      handlesOf: () => Promise.resolve([]),
      areGuestsHidden: () => this.areGuestsHidden,
    });
  }

  names(): string[] {
    return this.shelf.kept?.loads.flatMap(({ files }) => files.map(({ name }) => name)) ?? [];
  }
}

async function shown(name: string): Promise<Shown> {
  return (await Stage.ready(name)).phase.shown!;
}

describe('the memory', () => {
  test('stores nothing until it is turned on', async () => {
    const setting = new Setting();
    const memory = setting.memory();
    await memory.follow(await shown('monday.csv'));
    expect(setting.shelf.kept).toBeNull();
    expect(setting.store.getItem(KEY)).toBeNull();
    expect(memory).toMatchObject({ isOn: false, isRemembered: false, fault: null });
  });

  test('starts with the reports on screen, and deletes everything when turned off', async () => {
    const setting = new Setting();
    const memory = setting.memory();
    await memory.setOn(true, await shown('monday.csv'));
    expect(setting.names()).toEqual(['monday.csv']);
    expect(memory.isRemembered).toBe(true);
    await memory.setOn(false, null);
    expect(setting.shelf.kept).toBeNull();
    expect(setting.store.getItem(KEY)).toBeNull();
  });

  test('compares with the last different load and skips the sample', async () => {
    const setting = new Setting();
    const memory = setting.memory();
    const monday = await shown('monday.csv');
    await memory.setOn(true, monday);
    expect(memory.comparisonOf(monday)).toBeNull();
    const compared = async (own: Own) => {
      setting.own = own;
      const next = await shown(own.files[0]!.name);
      await memory.follow(next);
      const comparison = memory.comparisonOf(next);
      return [comparison?.before.files[0]?.name, comparison?.isSame];
    };
    expect(await compared(load('copy.csv', 'monday.csv'))).toEqual(['monday.csv', true]);
    expect(await compared(load('tuesday.csv'))).toEqual(['copy.csv', false]);
    expect(await compared(load('tuesday.csv'))).toEqual(['copy.csv', false]);
    expect(await compared(load('wednesday.csv'))).toEqual(['tuesday.csv', false]);
    expect(setting.names()).toEqual(['wednesday.csv', 'tuesday.csv']);
    await memory.follow({ ...monday, dataset: { ...monday.dataset }, isSample: true });
    expect(setting.names()).toEqual(['wednesday.csv', 'tuesday.csv']);
  });

  test('returns the last load after a reload, until another is read', async () => {
    const setting = new Setting();
    await setting.memory().setOn(true, await shown('monday.csv'));
    const memory = setting.memory();
    await settled();
    expect(memory.last?.loads[0]?.files).toEqual([{ name: 'monday.csv', lines: 1 }]);
    await memory.follow(await shown('tuesday.csv'));
    expect(memory.last).toBeNull();
  });

  test('stores no hidden guests and deletes earlier ones', async () => {
    const setting = new Setting();
    const memory = setting.memory();
    await memory.setOn(true, await shown('monday.csv'));
    expect(setting.shelf.kept?.loads[0]?.summary.guests).not.toBeNull();
    setting.areGuestsHidden = true;
    await memory.dropGuests();
    expect(setting.shelf.kept?.loads[0]?.summary.guests).toBeNull();
    setting.own = load('tuesday.csv');
    await memory.follow(await shown('tuesday.csv'));
    expect(setting.shelf.kept?.loads.map(({ summary }) => summary.guests)).toEqual([null, null]);
  });

  test.each<['full' | 'forbidden', (shelf: Shelf) => void, boolean]>([
    ['full', (shelf) => (shelf.outcome = 'full'), true],
    ['forbidden', (shelf) => (shelf.outcome = 'forbidden'), false],
    ['forbidden', (shelf) => (shelf.isForbidden = true), false],
  ])('reports that the store is %s', async (fault, spoil, isOn) => {
    const setting = new Setting();
    spoil(setting.shelf);
    const memory = setting.memory();
    await memory.setOn(true, await shown('monday.csv'));
    expect(memory).toMatchObject({ fault, isOn, isRemembered: false });
  });

  test('reports too many names and keeps the last load', async () => {
    const setting = new Setting();
    const memory = setting.memory();
    await memory.setOn(true, await shown('monday.csv'));
    setting.own = null;
    await memory.follow(await shown('huge.csv'));
    expect(memory).toMatchObject({ fault: 'too many names', isOn: true, isRemembered: false });
    expect(setting.names()).toEqual(['monday.csv']);
  });

  test('stops writing once another tab has turned it off', async () => {
    const setting = new Setting();
    const memory = setting.memory();
    await memory.setOn(true, await shown('monday.csv'));
    await setting.memory().setOn(false, null);
    await memory.follow(await shown('tuesday.csv'));
    expect(setting.shelf.kept).toBeNull();
  });

  test('leaves nothing behind if it stops while it writes', async () => {
    const setting = new Setting();
    const memory = setting.memory();
    const remembering = memory.setOn(true, await shown('monday.csv'));
    await memory.stop();
    await setting.shelf.clear();
    await remembering;
    expect(setting.shelf.kept).toBeNull();
  });
});
