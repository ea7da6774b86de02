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

describe('where new files go', () => {
  test('is not asked with the sample on screen', async () => {
    const stage = await started();
    void stage.session.openSample();
    await settled();
    await finishLoad(stage);
    void stage.session.openFiles([file('monday.csv')]);
    await settled();
    expect(lastLoad(stage)).toEqual([['monday.csv', null]]);
  });

  test('in the place of those on screen', async () => {
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

  test('beside those on screen', async () => {
    const stage = await Stage.ready();
    const { shown } = stage.phase;
    void stage.session.openFiles([file('tuesday.csv')]);
    await settled();
    stage.session.answer('add');
    await settled();
    expect(stage.loads[1]!.files).toEqual(['monday.csv', 'tuesday.csv']);
    // The table itself: it is not read again.
    expect(stage.loads[1]!.tables[0]).toBe(shown!.dataset.tables[0]);
  });

  test('nowhere, if that is given up', async () => {
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

  test('a file that is on screen already is named', async () => {
    const stage = await started();
    const monday = file('monday.csv');
    void stage.session.openFiles([monday]);
    await settled();
    await finishLoad(stage);
    void stage.session.openFiles([monday, file('tuesday.csv')]);
    await settled();
    expect(stage.phase).toMatchObject({ name: 'placing', loadedAlready: ['monday.csv'] });
  });

  test('a wrong file is told before it is asked', async () => {
    const stage = await Stage.ready();
    await stage.session.openFiles([file('wrong.csv')]);
    expect(stage.phase).toMatchObject({
      name: 'failed',
      failure: { where: { file: 'wrong.csv' } },
    });
  });

  test('a failed load is tried again without asking again', async () => {
    const stage = await Stage.ready();
    await stage.replace('tuesday.csv');
    stage.loads[1]!.reject(new Error('lost'));
    await settled();
    void stage.session.retry();
    await settled();
    expect(stage.loads[2]!.files).toEqual(['tuesday.csv']);
  });
});

describe('a file that is taken away', () => {
  test('leaves the others, which are not read again', async () => {
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

  test('and was the last one leaves nothing', async () => {
    const stage = await Stage.ready();
    await stage.session.remove(stage.phase.shown!.dataset.tables[0]!);
    expect(stage.phase).toEqual({ name: 'idle', shown: null });
  });
});

describe('an unsure file', () => {
  test('is asked about, and read as it was answered', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask one.csv'), file('sure.csv'), file('ask two.csv')]);
    await settled();
    const { groups, asksPlace, purpose } = mappingOf(stage);
    expect({ asksPlace, purpose }).toEqual({ asksPlace: false, purpose: 'open' });
    // One header, one question.
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

  test('is not read where it is given up', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    stage.session.cancel();
    expect(stage.phase.name).toBe('idle');
    expect(stage.loads).toHaveLength(0);
  });

  test('is asked about and where it goes at once', async () => {
    const stage = await Stage.ready();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    expect(mappingOf(stage).asksPlace).toBe(true);
    await mappingOf(stage).groups[0]!.setRole(1, 'customer');
    stage.session.answer('add');
    await settled();
    expect(stage.loads[1]!.files).toEqual(['monday.csv', 'ask.csv']);
  });

  test('lacks what it cannot be read without', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    const group = mappingOf(stage).groups[0]!;
    await group.setRole(0, null);
    await group.setRole(1, 'price');
    expect(group.lack).toBe('dish or customer');
    await group.setRole(0, 'customer');
    expect(group.lack).toBeNull();
    group.restaurants[0] = ' ';
    expect(group.lack).toBe('restaurant');
  });

  test('cut otherwise has its columns found anew, and later decisions with them', async () => {
    const stage = await started();
    void stage.session.openFiles([file('ask.csv')]);
    await settled();
    const group = mappingOf(stage).groups[0]!;
    await group.setRole(0, 'customer');
    await group.cut('delimiter', 0x3b);
    expect(stage.inspected.at(-1)!.choice).toEqual({ delimiter: 0x3b });
    expect(group.columns).toEqual({ restaurant: 0, dish: 1 });
    await group.cut('headerLine', null);
    expect(stage.inspected.at(-1)!.choice).toEqual({ delimiter: 0x3b, headerLine: null });
  });

  test('that looks like something else is refused, and matched by hand if that is wished', async () => {
    const stage = await started();
    await stage.session.openFiles([file('wrong bank.csv')]);
    expect(stage.phase).toMatchObject({ name: 'failed', failure: { wayOn: 'match columns' } });
    void stage.session.matchByHand();
    await settled();
    expect(mappingOf(stage).groups).toHaveLength(1);
  });
});

describe('a file on screen', () => {
  test('is read otherwise, with those of its header, in its place', async () => {
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

  test('stays as it is where the change is given up', async () => {
    const stage = await Stage.ready();
    const { shown } = stage.phase;
    void stage.session.change(shown!.dataset.tables[0]!);
    await settled();
    stage.session.cancel();
    expect(stage.phase).toEqual({ name: 'ready', shown });
  });
});

describe('a change', () => {
  test('that is given up before it is shown does not come back', async () => {
    const stage = await Stage.ready();
    void stage.session.change(stage.phase.shown!.dataset.tables[0]!);
    stage.session.cancel();
    await settled();
    expect(stage.phase.name).toBe('ready');
  });

  test('or a removal is not begun while something else is under way', async () => {
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

describe('files that cannot be read beside others that can', () => {
  test('are left out, and that is said', async () => {
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

describe('a wrong file', () => {
  test('ends neither a question nor a load of a person’s own', async () => {
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
