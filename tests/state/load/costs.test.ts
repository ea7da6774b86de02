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
  test('leaves the reports as they are, and no order is read again', async () => {
    const stage = await Stage.ready();
    const dataset = stage.phase.shown?.dataset;
    await dropped(stage, 'costs.csv');
    expect(stage.phase.name).toBe('ready');
    expect(stage.phase.shown?.dataset).toBe(dataset);
    expect(stage.phase.shown?.isSample).toBe(false);
    expect(shownLists(stage)).toEqual(['costs.csv']);
    expect(stage.loads).toHaveLength(1);
  });

  test('stays beside other orders, and takes the place of the list before', async () => {
    const stage = await Stage.ready();
    await dropped(stage, 'costs.csv');
    await stage.replace('tuesday.csv');
    await finishLoad(stage);
    expect(stage.phase.shown?.dataset.sources).toEqual(['tuesday.csv']);
    expect(shownLists(stage)).toEqual(['costs.csv']);
    await dropped(stage, 'costs new.csv');
    expect(shownLists(stage)).toEqual(['costs new.csv']);
  });

  test('comes with orders in one drop', async () => {
    const stage = await started();
    await dropped(stage, 'monday.csv', 'costs.csv');
    expect(stage.loads.at(-1)?.files).toEqual(['monday.csv']);
    await finishLoad(stage);
    expect(stage.phase.shown?.dataset.sources).toEqual(['monday.csv']);
    expect(shownLists(stage)).toEqual(['costs.csv']);
  });

  test('that is dropped while orders are read ends nothing', async () => {
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

  test('takes the place of one that is still read, or that came with the orders that are', async () => {
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

  test('and another right after it end no load', async () => {
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

  test('and orders right before it are both there in the end', async () => {
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

  test('that came with a file that cannot be read waits for orders, and that is said', async () => {
    const stage = await Stage.ready();
    await stage.session.remove(stage.phase.shown!.dataset.tables[0]!);
    await dropped(stage, 'costs.csv', 'wrong.csv');
    expect(stage.phase.name).toBe('idle');
    expect(told(stage.session.refusal!).hint).toContain('This file is empty');
  });

  test('waits for orders where there are none', async () => {
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

  test('is taken away again, and the reports stay', async () => {
    const stage = await Stage.ready();
    await dropped(stage, 'costs.csv');
    const { dataset } = stage.phase.shown!;
    await stage.session.removeCosts(stage.session.costs[0]!);
    expect(stage.phase).toMatchObject({ name: 'ready', shown: { costs: null } });
    expect(stage.phase.shown?.dataset).toBe(dataset);
    expect(names(stage)).toEqual([]);
  });

  test('that cannot be read leaves what was there', async () => {
    const stage = await Stage.ready();
    await dropped(stage, 'costs.csv');
    stage.costsFail = new Failure({ fault: 'input', what: 'empty file' });
    await dropped(stage, 'costs new.csv');
    expect(stage.phase).toMatchObject({ name: 'failed', failure: { what: 'empty file' } });
    expect(shownLists(stage)).toEqual(['costs.csv']);
    expect(names(stage)).toEqual(['costs.csv']);
  });

  test('that is gone when other orders come is left out, and that is said', async () => {
    const stage = await Stage.ready();
    await dropped(stage, 'costs.csv');
    stage.costsFail = new Failure({ fault: 'input', what: 'empty file' });
    await stage.replace('tuesday.csv');
    await finishLoad(stage);
    expect(stage.phase).toMatchObject({ name: 'ready', shown: { costs: null } });
    expect(told(stage.session.refusal!).hint).toContain('This file is empty');
    expect(names(stage)).toEqual([]);
  });

  test('is asked about where files of its header were orders', async () => {
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

test('a question that is given up lets the load that it came into go on', async () => {
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
