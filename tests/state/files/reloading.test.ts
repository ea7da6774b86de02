import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/domain/failure';
import { matchChosenFiles, summariseChanges, type Reread } from '../../../src/state/files/reread';
import { file, finishLoad, mappingOf, settled, Stage } from '../../support/stage';

const nothing = { changed: new Map<File, File>(), added: [], gone: new Set<File>() };

async function withTwo(): Promise<{ stage: Stage; files: File[] }> {
  const stage = await Stage.ready('a.csv');
  void stage.session.openFiles([file('b.csv')]);
  await settled();
  stage.session.answer('add');
  await settled();
  await finishLoad(stage);
  return { stage, files: stage.phase.shown!.dataset.tables.map(({ source }) => source.file) };
}

async function reload(stage: Stage, found: Partial<Reread>): Promise<void> {
  void stage.session.reload(Promise.resolve({ ...nothing, ...found }));
  await settled();
}

describe('reloaded files', () => {
  test('replace their earlier versions and keep the unchanged ones', async () => {
    const { stage, files } = await withTwo();
    const before = stage.phase.shown!.dataset.tables;
    const now = file('a.csv');
    let kept = 0;
    await reload(stage, {
      changed: new Map([[files[0]!, now]]),
      added: [file('c.csv')],
      keep: () => (kept += 1),
    });
    expect(stage.phase).toMatchObject({ name: 'working', sources: ['a.csv', 'c.csv'] });
    const { tables } = stage.loads.at(-1)!;
    expect(tables.map(({ source }) => source.name)).toEqual(['a.csv', 'b.csv', 'c.csv']);
    expect(tables[0]!.source.file).toBe(now);
    expect(tables[1]).toBe(before[1]);
    expect(kept).toBe(0);
    await finishLoad(stage);
    expect(kept).toBe(1);
  });

  test('are removed if they are gone from a folder', async () => {
    const { stage, files } = await withTwo();
    await reload(stage, { gone: new Set([files[0]!]) });
    expect(stage.loads.at(-1)!.files).toEqual(['b.csv']);
  });

  test('keep the reports and show a failure if they are not found', async () => {
    const { stage } = await withTwo();
    const failure = new Failure({ fault: 'input', what: 'file gone', where: { file: 'a.csv' } });
    await stage.session.reload(Promise.reject(failure));
    expect(stage.phase).toMatchObject({
      name: 'failed',
      failure: { what: 'file gone' },
      shown: { dataset: { sources: ['a.csv', 'b.csv'] } },
    });
  });

  test('are not read if nothing has changed', async () => {
    const { stage } = await withTwo();
    await stage.session.reload(Promise.resolve(null));
    expect(stage.phase.name).toBe('ready');
    expect(stage.loads).toHaveLength(2);
  });

  test('ask no questions again, remembered or not', async () => {
    const stage = await Stage.ready('monday.csv');
    void stage.session.openFiles([file('ask me.csv')]);
    await settled();
    const [group] = mappingOf(stage).groups;
    await group!.setRole(1, 'dish');
    group!.restaurants[0] = 'Luna';
    group!.remember = false;
    stage.session.answer('replace');
    await settled();
    await finishLoad(stage);
    const [table] = stage.phase.shown!.dataset.tables;
    await reload(stage, { changed: new Map([[table!.source.file, file('ask me.csv')]]) });
    expect(stage.phase.name).toBe('working');
    expect(stage.inspected.at(-1)?.choice).toMatchObject({
      columns: table!.layout.columns,
      ...(table!.layout.restaurant && { restaurant: table!.layout.restaurant }),
    });
    const [again] = stage.loads.at(-1)!.tables;
    expect(again!.layout.columns).toEqual(table!.layout.columns);
    expect(again!.layout.restaurant).toBe(table!.layout.restaurant);
  });
});

describe('files chosen again', () => {
  test('are matched by name, and the others are added', () => {
    const [a, b] = [file('a.csv'), file('b.csv')];
    const [again, other] = [file('a.csv'), file('c.csv')];
    const found = matchChosenFiles([a, b], [other, again]);
    expect([...found!.changed]).toEqual([[a, again]]);
    expect(found!.added).toEqual([other]);
    expect(matchChosenFiles([a, b], [other])).toBeNull();
  });
});

test('the message about changes names one file or counts several', () => {
  const [a, b] = [file('a.csv'), file('b.csv')];
  expect(summariseChanges(nothing)).toBeNull();
  expect(summariseChanges({ ...nothing, added: [a] })).toEqual({
    name: 'a.csv',
    files: 1,
    areNew: true,
  });
  expect(summariseChanges({ ...nothing, added: [a], gone: new Set([b]) })).toEqual({
    name: 'a.csv',
    files: 2,
    areNew: false,
  });
});
