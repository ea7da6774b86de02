import { describe, expect, test } from 'vitest';
import { told } from '../../support/in-words';
import {
  file,
  finishLoad,
  lastLoad,
  mappingOf,
  settled,
  Stage,
  started,
} from '../../support/stage';

describe('placing new files', () => {
  test('needs no question while the sample is on screen', async () => {
    const stage = await started();
    void stage.session.openSample();
    await settled();
    await finishLoad(stage);
    void stage.session.openFiles([file('monday.csv')]);
    await settled();
    expect(lastLoad(stage)).toEqual([['monday.csv', null]]);
  });

  test('replaces the files on screen', async () => {
    const stage = await Stage.ready();
    void stage.session.openFiles([file('tuesday.csv')]);
    await settled();
    expect(stage.phase).toMatchObject({
      name: 'placing',
      sources: ['tuesday.csv'],
      loadedAlready: [],
      shown: { dataset: { sources: ['monday.csv'] } },
    });
    expect(stage.loads).toHaveLength(1);
    stage.session.answer('replace');
    await settled();
    expect(lastLoad(stage)).toEqual([['tuesday.csv', null]]);
  });

  test('adds to the files on screen', async () => {
    const stage = await Stage.ready();
    const { shown } = stage.phase;
    void stage.session.openFiles([file('tuesday.csv')]);
    await settled();
    stage.session.answer('add');
    await settled();
    expect(stage.loads[1]!.files).toEqual(['monday.csv', 'tuesday.csv']);
    // The table is the same object, so its file is not read again.
    expect(stage.loads[1]!.tables[0]).toBe(shown!.dataset.tables[0]);
  });

  test('does nothing after a cancel', async () => {
    const stage = await Stage.ready();
    void stage.session.openFiles([file('tuesday.csv')]);
    await settled();
    stage.session.cancel();
    expect(stage.phase).toMatchObject({ shown: { dataset: { sources: ['monday.csv'] } } });
    stage.session.answer('add');
    await settled();
    expect(stage.loads).toHaveLength(1);
    expect(stage.phase.name).toBe('ready');
  });

  test('warns about a file that is already loaded', async () => {
    const stage = await started();
    const monday = file('monday.csv');
    void stage.session.openFiles([monday]);
    await settled();
    await finishLoad(stage);
    void stage.session.openFiles([monday, file('tuesday.csv')]);
    await settled();
    expect(stage.phase).toMatchObject({ name: 'placing', loadedAlready: ['monday.csv'] });
  });

  test('asks nothing about an unreadable file', async () => {
    const stage = await Stage.ready();
    await stage.session.openFiles([file('wrong.csv')]);
    expect(stage.phase).toMatchObject({
      name: 'failed',
      failure: { where: { file: 'wrong.csv' } },
    });
  });

  test('retries a failed load without asking again', async () => {
    const stage = await Stage.ready();
    await stage.replace('tuesday.csv');
    stage.loads[1]!.reject(new Error('lost'));
    await settled();
    void stage.session.retry();
    await settled();
    expect(stage.loads[2]!.files).toEqual(['tuesday.csv']);
  });
});

describe('removing a file', () => {
  test('keeps the others without reading them again', async () => {
    const stage = await Stage.ready();
    void stage.session.openFiles([file('tuesday.csv')]);
    await settled();
    stage.session.answer('add');
    await settled();
    await finishLoad(stage);
    const [monday, tuesday] = stage.phase.shown!.dataset.tables;
    void stage.session.remove(monday!);
    await settled();
    expect(stage.loads[2]!.tables).toEqual([tuesday]);
    await finishLoad(stage);
    expect(stage.phase).toMatchObject({
      name: 'ready',
      shown: { dataset: { sources: ['tuesday.csv'] } },
    });
  });

  test('leaves an idle page if it was the last one', async () => {
    const stage = await Stage.ready();
    await stage.session.remove(stage.phase.shown!.dataset.tables[0]!);
    expect(stage.phase).toEqual({ name: 'idle', shown: null });
  });
});

describe('a file with questions', () => {
  test('is read as the person answers', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask one.csv'), file('sure.csv'), file('ask two.csv')]);
    await settled();
    const { groups, asksPlace, purpose } = mappingOf(stage);
    expect({ asksPlace, purpose }).toEqual({ asksPlace: false, purpose: 'open' });
    expect(groups.map(({ names }) => names)).toEqual([['ask one.csv', 'ask two.csv']]);
    const [group] = groups;
    await group!.setRole(0, 'dish');
    await group!.setRole(1, 'price');
    expect(group!.columns).toEqual({ dish: 0, price: 1 });
    expect(group!.restaurants).toEqual(['ask one', 'ask two']);
    group!.restaurants[1] = ' Luna ';
    stage.session.answer('replace');
    await settled();
    expect(lastLoad(stage)).toEqual([
      ['ask one.csv', 'ask one'],
      ['sure.csv', null],
      ['ask two.csv', 'Luna'],
    ]);
    expect(stage.loads[0]!.tables[2]!.layout.columns).toEqual({ dish: 0, price: 1 });
  });

  test('is not read after a cancel', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    stage.session.cancel();
    expect(stage.phase.name).toBe('idle');
    expect(stage.loads).toHaveLength(0);
  });

  test('asks about columns and place in one dialog', async () => {
    const stage = await Stage.ready();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    expect(mappingOf(stage).asksPlace).toBe(true);
    await mappingOf(stage).groups[0]!.setRole(1, 'customer');
    stage.session.answer('add');
    await settled();
    expect(stage.loads[1]!.files).toEqual(['monday.csv', 'ask.csv']);
  });

  test('names what is missing', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    const group = mappingOf(stage).groups[0]!;
    await group.setRole(0, null);
    await group.setRole(1, 'price');
    expect(group.missing).toBe('dish or customer');
    await group.setRole(0, 'customer');
    expect(group.missing).toBeNull();
    group.restaurants[0] = ' ';
    expect(group.missing).toBe('restaurant');
  });

  test('is inspected again when its delimiter or header changes', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    const group = mappingOf(stage).groups[0]!;
    await group.setRole(0, 'customer');
    await group.setParsing('delimiter', 0x3b);
    expect(stage.inspected.at(-1)!.choice).toEqual({ delimiter: 0x3b });
    expect(group.columns).toEqual({ restaurant: 0, dish: 1 });
    await group.setParsing('headerLine', null);
    expect(stage.inspected.at(-1)!.choice).toEqual({ delimiter: 0x3b, headerLine: null });
  });

  test('can be mapped by hand if it looks like something else', async () => {
    const stage = await started();
    await stage.session.openFiles([file('wrong bank.csv')]);
    expect(stage.phase).toMatchObject({ name: 'failed', failure: { wayOn: 'match columns' } });
    void stage.session.matchByHand();
    await settled();
    expect(mappingOf(stage).groups).toHaveLength(1);
  });
});

describe('a file on screen', () => {
  test('changes in its place, together with the files of the same header', async () => {
    const stage = await started();
    void stage.session.openFiles([file('a x.csv'), file('b.csv'), file('a y.csv')]);
    await settled();
    await finishLoad(stage);
    const { tables } = stage.phase.shown!.dataset;
    void stage.session.change(tables[2]!);
    await settled();
    const [group] = mappingOf(stage).groups;
    expect(group!.names).toEqual(['a y.csv', 'a x.csv']);
    await group!.setRole(0, 'customer');
    group!.restaurants.splice(0, 2, 'Y', 'X');
    stage.session.answer('replace');
    await settled();
    expect(lastLoad(stage)).toEqual([
      ['a x.csv', 'X'],
      ['b.csv', null],
      ['a y.csv', 'Y'],
    ]);
    expect(stage.loads[1]!.tables[1]).toBe(tables[1]);
  });

  test('stays the same after a cancel', async () => {
    const stage = await Stage.ready();
    const { shown } = stage.phase;
    void stage.session.change(shown!.dataset.tables[0]!);
    await settled();
    stage.session.cancel();
    expect(stage.phase).toEqual({ name: 'ready', shown });
  });
});

describe('a change', () => {
  test('does not come back after an early cancel', async () => {
    const stage = await Stage.ready();
    void stage.session.change(stage.phase.shown!.dataset.tables[0]!);
    stage.session.cancel();
    await settled();
    expect(stage.phase.name).toBe('ready');
  });

  test('does not start while a load runs, nor does a removal', async () => {
    const stage = await Stage.ready();
    const [table] = stage.phase.shown!.dataset.tables;
    await stage.replace('tuesday.csv');
    await stage.session.remove(table!);
    await stage.session.change(table!);
    expect(stage.phase).toMatchObject({ name: 'working', sources: ['tuesday.csv'] });
    await finishLoad(stage);
    expect(stage.phase).toMatchObject({ shown: { dataset: { sources: ['tuesday.csv'] } } });
  });
});

describe('unreadable files among readable ones', () => {
  test('are skipped and reported', async () => {
    const stage = await started();
    void stage.session.openFiles([file('wrong.txt'), file('monday.csv'), file('wrong too.txt')]);
    await settled();
    expect(stage.loads[0]!.files).toEqual(['monday.csv']);
    await finishLoad(stage);
    expect(stage.phase.name).toBe('ready');
    expect(told(stage.session.refusal!)).toEqual({
      fault: 'input',
      title: '2 files were not read; the others were.',
      where: 'wrong.txt; wrong too.txt',
      hint: 'This file is empty.',
    });
    stage.session.dismissFailure();
    expect(stage.session.refusal).toBeNull();
  });
});

describe('an unreadable file', () => {
  test('cancels neither a question nor a load', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    const [group] = mappingOf(stage).groups;
    await stage.session.openFiles([file('wrong.png')]);
    expect(mappingOf(stage).groups[0]).toBe(group);
    expect(stage.session.refusal).toMatchObject({ where: { file: 'wrong.png' } });
    stage.session.answer('replace');
    await settled();
    await stage.session.openFiles([file('wrong.png')]);
    expect(stage.phase).toMatchObject({ name: 'working', sources: ['ask.csv'] });
    await finishLoad(stage);
    expect(stage.phase.name).toBe('ready');
  });
});
