import { expect, test, vi } from 'vitest';
import { QueryError } from '../../../src/engine/engine';
import { EngineEnded } from '../../../src/engine/loss';
import { finishLoad, settled, Stage } from '../../support/stage';

const dead = new QueryError({ name: 'names', sql: '' }, new EngineEnded('the worker stopped'));

test('a load replaces an engine that does not answer', async () => {
  const stage = await Stage.ready();
  vi.useFakeTimers();
  try {
    stage.answering = new Promise(() => undefined);
    void stage.replace('tuesday.csv');
    await vi.advanceTimersByTimeAsync(9_000);
    expect(stage.engines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(stage.engines[0]!.isClosed).toBe(true);
    expect(stage.engines).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});

test('a load silently replaces a lost engine', async () => {
  const stage = await Stage.ready();
  stage.answering = Promise.reject(dead);
  stage.answering.catch(() => undefined);
  await stage.replace('tuesday.csv');
  stage.engines[1]!.resolve();
  await settled();
  await finishLoad(stage);
  expect(stage.phase).toMatchObject({
    name: 'ready',
    shown: { dataset: { sources: ['tuesday.csv'] } },
  });
});

test('a lost engine and a failed statement have different failures', async () => {
  const stage = await Stage.ready();
  await stage.replace('tuesday.csv');
  stage.loads[1]!.reject(dead);
  await settled();
  expect(stage.phase).toMatchObject({ name: 'failed', failure: { what: 'engine stopped' } });
});

test('a query on a lost engine shows a failure, and the files can be read again', async () => {
  const stage = await Stage.ready();
  let fail: (error: Error) => void = () => undefined;
  stage.reviewed = new Promise((_, reject) => (fail = reject));
  await stage.replace('tuesday.csv');
  await finishLoad(stage);
  fail(dead);
  await settled();
  expect(stage.phase).toMatchObject({
    name: 'ready',
    shown: { dataset: { sources: ['tuesday.csv'] } },
  });
  expect(stage.session.refusal).toMatchObject({ what: 'engine lost', wayOn: 'read again' });
  expect(stage.engines[0]!.isClosed).toBe(true);
  const { shown } = stage.phase;
  void stage.session.readAgain();
  await settled();
  stage.engines[1]!.resolve();
  await settled();
  expect(stage.loads.at(-1)!.tables).toEqual(shown!.dataset.tables);
  await finishLoad(stage);
  expect(stage.session.refusal).toBeNull();
});
