import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/domain/failure';
import { told } from '../../support/in-words';
import { file, finishLoad, settled, Stage, started } from '../../support/stage';

const names = (stage: Stage) => stage.session.costs.map(({ source }) => source.name);
const shownLists = (stage: Stage) =>
  stage.phase.shown?.costs?.lists.map(({ source }) => source.name) ?? null;

async function dropped(stage: Stage, ...files: string[]): Promise<void> {
  void stage.session.openFiles(files.map(file));
  await settled();
}

describe('a list of dish costs', () => {
  test('is added without reading the orders again', async () => {
    const stage = await Stage.ready();
    const dataset = stage.phase.shown?.dataset;
    await dropped(stage, 'costs.csv');
    expect(stage.phase.name).toBe('ready');
    expect(stage.phase.shown?.dataset).toBe(dataset);
    expect(stage.phase.shown?.isSample).toBe(false);
    expect(shownLists(stage)).toEqual(['costs.csv']);
    expect(stage.loads).toHaveLength(1);
  });

  test('stays with other orders and replaces the earlier list', async () => {
    const stage = await Stage.ready();
    await dropped(stage, 'costs.csv');
    await stage.replace('tuesday.csv');
    await finishLoad(stage);
    expect(stage.phase.shown?.dataset.sources).toEqual(['tuesday.csv']);
    expect(shownLists(stage)).toEqual(['costs.csv']);
    await dropped(stage, 'costs new.csv');
    expect(shownLists(stage)).toEqual(['costs new.csv']);
  });

  test('can come together with orders', async () => {
    const stage = await started();
    await dropped(stage, 'monday.csv', 'costs.csv');
    expect(stage.loads.at(-1)?.files).toEqual(['monday.csv']);
    await finishLoad(stage);
    expect(stage.phase.shown?.dataset.sources).toEqual(['monday.csv']);
    expect(shownLists(stage)).toEqual(['costs.csv']);
  });

  test('does not cancel a load of orders', async () => {
    const stage = await started();
    void stage.session.openSample();
    await settled();
    await dropped(stage, 'costs.csv');
    expect(stage.phase).toMatchObject({ name: 'working', sources: ['data.csv'] });
    stage.loads[0]!.reject(new Error('aborted'));
    await settled();
    await finishLoad(stage);
    expect(stage.phase).toMatchObject({ name: 'ready', shown: { isSample: true } });
    expect(shownLists(stage)).toEqual(['costs.csv']);
  });

  test('replaces one that is still being read', async () => {
    const stage = await started();
    await dropped(stage, 'monday.csv', 'costs.csv');
    await dropped(stage, 'costs new.csv');
    stage.loads[0]!.reject(new Error('aborted'));
    await settled();
    await finishLoad(stage);
    expect(shownLists(stage)).toEqual(['costs new.csv']);

    let letGo = (): void => undefined;
    stage.costsHeld = new Promise((resolve) => (letGo = resolve));
    await dropped(stage, 'costs.csv');
    await dropped(stage, 'costs last.csv');
    letGo();
    await settled();
    expect(stage.phase.name).toBe('ready');
    expect(shownLists(stage)).toEqual(['costs last.csv']);
  });

  test('can be replaced at once without cancelling a load', async () => {
    const stage = await started();
    void stage.session.openSample();
    await settled();
    void stage.session.openFiles([file('costs.csv')]);
    void stage.session.openFiles([file('costs new.csv')]);
    await settled();
    expect(stage.phase).toMatchObject({ name: 'working', sources: ['data.csv'] });
    stage.loads[0]!.reject(new Error('aborted'));
    await settled();
    await finishLoad(stage);
    expect(stage.phase).toMatchObject({ name: 'ready', shown: { isSample: true } });
    expect(shownLists(stage)).toEqual(['costs new.csv']);
  });

  test('can follow orders at once, and both are loaded', async () => {
    const stage = await started();
    void stage.session.openSample();
    await settled();
    void stage.session.openFiles([file('monday.csv')]);
    void stage.session.openFiles([file('costs.csv')]);
    await settled();
    stage.loads[0]!.reject(new Error('aborted'));
    await settled();
    await finishLoad(stage);
    expect(stage.phase.shown?.dataset.sources).toEqual(['monday.csv']);
    expect(shownLists(stage)).toEqual(['costs.csv']);
  });

  test('waits for orders when a file beside it is unreadable, which is reported', async () => {
    const stage = await Stage.ready();
    await stage.session.remove(stage.phase.shown!.dataset.tables[0]!);
    await dropped(stage, 'costs.csv', 'wrong.csv');
    expect(stage.phase.name).toBe('idle');
    expect(told(stage.session.refusal!).hint).toContain('This file is empty');
  });

  test('waits for orders', async () => {
    const stage = await Stage.ready();
    await stage.session.remove(stage.phase.shown!.dataset.tables[0]!);
    await dropped(stage, 'costs.csv');
    expect(stage.phase.name).toBe('idle');
    expect(names(stage)).toEqual(['costs.csv']);
    expect(stage.costsRead).toEqual([]);
    await dropped(stage, 'monday.csv');
    await finishLoad(stage);
    expect(shownLists(stage)).toEqual(['costs.csv']);
  });

  test('can be removed, and the reports stay', async () => {
    const stage = await Stage.ready();
    await dropped(stage, 'costs.csv');
    const { dataset } = stage.phase.shown!;
    await stage.session.removeCosts(stage.session.costs[0]!);
    expect(stage.phase).toMatchObject({ name: 'ready', shown: { costs: null } });
    expect(stage.phase.shown?.dataset).toBe(dataset);
    expect(names(stage)).toEqual([]);
  });

  test('changes nothing if it cannot be read', async () => {
    const stage = await Stage.ready();
    await dropped(stage, 'costs.csv');
    stage.costsFail = new Failure({ fault: 'input', what: 'empty file' });
    await dropped(stage, 'costs new.csv');
    expect(stage.phase).toMatchObject({ name: 'failed', failure: { what: 'empty file' } });
    expect(shownLists(stage)).toEqual(['costs.csv']);
    expect(names(stage)).toEqual(['costs.csv']);
  });

  test('is dropped and reported if it has gone when other orders come', async () => {
    const stage = await Stage.ready();
    await dropped(stage, 'costs.csv');
    stage.costsFail = new Failure({ fault: 'input', what: 'empty file' });
    await stage.replace('tuesday.csv');
    await finishLoad(stage);
    expect(stage.phase).toMatchObject({ name: 'ready', shown: { costs: null } });
    expect(told(stage.session.refusal!).hint).toContain('This file is empty');
    expect(names(stage)).toEqual([]);
  });

  test('needs a question if files with its header were orders', async () => {
    const stage = await started();
    const columns = { dish: 0, price: 1 };
    const remembered = [[JSON.stringify(['costs.csv', 'dish']), { choice: { columns } }]];
    stage.store.setItem('dishboard:choices', JSON.stringify(remembered));
    await dropped(stage, 'costs.csv');
    expect(stage.phase).toMatchObject({
      name: 'mapping',
      groups: [{ holds: 'costs', mayHoldCosts: true, needsRestaurant: false }],
    });
  });
});

test('cancelling a question resumes the load that it interrupted', async () => {
  const stage = await started();
  void stage.session.openFiles([file('monday.csv')]);
  await settled();
  void stage.session.openFiles([file('ask.csv')]);
  await settled();
  expect(stage.phase.name).toBe('mapping');
  stage.session.cancel();
  stage.loads[0]!.reject(new Error('aborted'));
  await settled();
  expect(stage.phase).toMatchObject({ name: 'working', sources: ['monday.csv'] });
  await finishLoad(stage);
  expect(stage.phase.shown?.dataset.sources).toEqual(['monday.csv']);
  stage.session.cancel();
  expect(stage.phase.name).toBe('ready');
});
