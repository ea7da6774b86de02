import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/domain/failure';
import {
  file,
  finishLoad,
  lastLoad,
  mappingOf,
  settled,
  Stage,
  started,
} from '../../support/stage';

describe('a remembered choice', () => {
  async function choose(stage: Stage, name: string): Promise<void> {
    void stage.session.openFiles([file(name)]);
    await settled();
    const group = mappingOf(stage).groups[0]!;
    await group.setRole(0, 'dish');
    await group.setRole(1, 'price');
    group.restaurants[0] = 'Luna';
    stage.session.answer('replace');
    await settled();
    await finishLoad(stage);
  }

  test('applies to the next file with the same header', async () => {
    const stage = await started();
    await choose(stage, 'ask 2026-11-21.csv');
    const known = { dish: 0, price: 1 };
    void stage.session.openFiles([file('ask 2026-11-22.csv')]);
    await settled();
    expect(stage.inspected.at(-1)!.choice?.columns).toEqual(known);
    // The file name differs only in digits, so the restaurant is known.
    expect(stage.phase).toMatchObject({ name: 'placing' });
    stage.session.answer('replace');
    await settled();
    expect(lastLoad(stage)).toEqual([['ask 2026-11-22.csv', 'Luna']]);
  });

  test('can be forgotten', async () => {
    const stage = await started();
    await choose(stage, 'ask.csv');
    void stage.session.change(stage.phase.shown!.dataset.tables[0]!);
    await settled();
    const { groups, purpose } = mappingOf(stage);
    expect(purpose).toBe('change');
    expect(groups[0]!.isRemembered).toBe(true);
    groups[0]!.forget();
    expect(groups[0]!.isRemembered).toBe(false);
    stage.session.cancel();
    expect(stage.store.getItem('dishboard:choices')).toBeNull();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    expect(stage.phase.name).toBe('mapping');
  });

  test('is not stored if the person declines', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    const group = mappingOf(stage).groups[0]!;
    group.remember = false;
    stage.session.answer('replace');
    await settled();
    expect(stage.store.getItem('dishboard:choices')).toBeNull();
  });
});

describe('a decision', () => {
  test('counts even while the preview is pending', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    const group = mappingOf(stage).groups[0]!;
    void group.setMeaning({ decimalMark: ',' });
    void group.setRole(1, 'customer');
    stage.session.answer('replace');
    await settled();
    expect(stage.inspected.at(-1)!.choice).toMatchObject({
      decimalMark: ',',
      columns: { restaurant: 0, customer: 1 },
    });
  });

  test('is remembered without the detected values', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    const group = mappingOf(stage).groups[0]!;
    await group.setRole(1, 'customer');
    stage.session.answer('replace');
    await settled();
    expect(stage.store.getItem('dishboard:choices')).toBeNull();
    await finishLoad(stage);
    const stored = JSON.parse(stage.store.getItem('dishboard:choices')!) as unknown;
    expect(stored).toEqual([
      [
        JSON.stringify(['ask.csv', 'dish']),
        { choice: { columns: { restaurant: 0, customer: 1 } }, insteadOf: {}, restaurants: [] },
      ],
    ]);
  });

  test('is not remembered after a failed load, but can be made again by hand', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    stage.session.answer('replace');
    await settled();
    const wayOn = 'match columns';
    stage.loads[0]!.reject(new Failure({ fault: 'input', what: 'no records', wayOn }));
    await settled();
    expect(stage.store.getItem('dishboard:choices')).toBeNull();
    expect(stage.phase).toMatchObject({ name: 'failed', failure: { wayOn } });
    void stage.session.matchByHand();
    await settled();
    expect(mappingOf(stage).groups).toHaveLength(1);
  });

  test('about a file without questions can be made by hand', async () => {
    const stage = await started();
    void stage.session.openFiles([file('sure.csv')]);
    await settled();
    const wayOn = 'match columns';
    stage.loads[0]!.reject(new Failure({ fault: 'input', what: 'no records', wayOn }));
    await settled();
    void stage.session.matchByHand();
    await settled();
    expect(mappingOf(stage).groups[0]!.names).toEqual(['sure.csv']);
  });
});
