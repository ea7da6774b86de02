import { describe, expect, test, vi } from 'vitest';
import { QueryError } from '../../src/engine/engine';
import { Failure } from '../../src/domain/failure';
import { file, settled, Stage } from '../support/stage';

const dead = new QueryError({ name: 'names', sql: '' }, new Error('the worker stopped'));

describe('a first load', () => {
  test('goes through idle, engine, reading and ready', async () => {
    const stage = new Stage();
    expect(stage.phase).toEqual({ name: 'idle', shown: null });
    stage.session.warmUp();
    void stage.session.openSample();
    expect(stage.phase).toMatchObject({
      name: 'working',
      sources: ['data.csv'],
      step: { name: 'engine' },
    });
    await settled();
    stage.engines[0]!.onProgress({ loadedBytes: 3, totalBytes: 7 });
    expect(stage.phase).toMatchObject({ step: { progress: { loadedBytes: 3, totalBytes: 7 } } });
    stage.engines[0]!.resolve();
    await settled();
    expect(stage.phase).toMatchObject({
      name: 'working',
      step: { name: 'reading', progress: null },
    });
    stage.loads[0]!.options.onProgress?.({ readBytes: 1, totalBytes: 2, records: 1, elapsedMs: 1 });
    expect(stage.phase).toMatchObject({ step: { name: 'reading', progress: { readBytes: 1 } } });
    stage.loads[0]!.resolve();
    await settled();
    expect(stage.phase).toMatchObject({ name: 'ready', shown: { isSample: true } });
    expect(stage.engines).toHaveLength(1);
  });

  test('sets performance marks', async () => {
    performance.clearMarks();
    await Stage.ready();
    for (const name of ['engine-ready', 'file-chosen', 'reports-ready']) {
      expect(performance.getEntriesByName(`dishboard:${name}`)).toHaveLength(1);
    }
  });

  test('does not start without files', async () => {
    const stage = await Stage.ready();
    await stage.session.openFiles([]);
    expect(stage.phase.name).toBe('ready');
  });
});

describe('the earlier reports', () => {
  test('stay while another file is read', async () => {
    const stage = await Stage.ready();
    await stage.replace('tuesday.csv');
    expect(stage.phase).toMatchObject({
      name: 'working',
      sources: ['tuesday.csv'],
      shown: { dataset: { sources: ['monday.csv'] } },
    });
    stage.loads[1]!.resolve();
    await settled();
    expect(stage.phase).toMatchObject({
      name: 'ready',
      shown: { dataset: { sources: ['tuesday.csv'] }, isSample: false },
    });
  });

  test('stay after a failure and return when it is dismissed', async () => {
    const stage = await Stage.ready();
    await stage.replace('tuesday.csv');
    stage.loads[1]!.reject(new Failure({ fault: 'input', what: 'no records' }));
    await settled();
    expect(stage.phase).toMatchObject({
      name: 'failed',
      failure: { what: 'no records' },
      shown: { dataset: { sources: ['monday.csv'] } },
    });
    stage.session.dismissFailure();
    expect(stage.phase).toMatchObject({
      name: 'ready',
      shown: { dataset: { sources: ['monday.csv'] } },
    });
    expect(stage.engines[0]!.isClosed).toBe(false);
  });

  test('return at once on cancel, and late results are dropped', async () => {
    const stage = await Stage.ready();
    await stage.replace('tuesday.csv');
    stage.session.cancel();
    expect(stage.phase).toMatchObject({
      name: 'ready',
      shown: { dataset: { sources: ['monday.csv'] } },
    });
    expect(stage.loads[1]!.options.signal?.aborted).toBe(true);
    stage.loads[1]!.options.onProgress?.({ readBytes: 1, totalBytes: 2, records: 1, elapsedMs: 1 });
    stage.loads[1]!.resolve();
    await settled();
    expect(stage.phase).toMatchObject({
      name: 'ready',
      shown: { dataset: { sources: ['monday.csv'] } },
    });
  });
});

describe('a second file during a load', () => {
  test('waits until the first has freed the engine', async () => {
    const stage = await Stage.ready();
    await stage.replace('tuesday.csv');
    await stage.replace('wednesday.csv');
    expect(stage.loads).toHaveLength(2);
    expect(stage.loads[1]!.options.signal?.aborted).toBe(true);
    stage.loads[1]!.reject(new Error('aborted'));
    await settled();
    expect(stage.loads[2]!.files[0]).toBe('wednesday.csv');
    stage.loads[2]!.resolve();
    await settled();
    expect(stage.phase).toMatchObject({
      name: 'ready',
      shown: { dataset: { sources: ['wednesday.csv'] } },
    });
  });

  test('prevents a cancelled load from starting', async () => {
    const stage = await Stage.ready();
    for (const name of ['a.csv', 'b.csv']) void stage.session.openFiles([file(name)]);
    await stage.replace('c.csv');
    expect(stage.loads.map(({ files }) => files[0])).toEqual(['monday.csv', 'c.csv']);
  });
});

describe('the sample', () => {
  test('gives way at once to a dropped file', async () => {
    const stage = new Stage();
    stage.sample = new Promise(() => undefined);
    void stage.session.openSample();
    void stage.session.openFiles([file('monday.csv')]);
    await settled();
    stage.engines[0]!.resolve();
    await settled();
    expect(stage.loads.map(({ files }) => files[0])).toEqual(['monday.csv']);
  });

  test('discards no engine if it cannot be fetched', async () => {
    const stage = new Stage();
    stage.session.warmUp();
    stage.engines[0]!.resolve();
    stage.sample = Promise.reject(
      new Failure({ fault: 'internal', what: 'sample not downloaded' }),
    );
    await stage.session.openSample();
    expect(stage.phase).toMatchObject({
      name: 'failed',
      failure: { what: 'sample not downloaded' },
    });
    expect(stage.engines[0]!.isClosed).toBe(false);
  });
});

describe('an unreadable file', () => {
  test('is reported before an engine is open', async () => {
    const stage = new Stage();
    await stage.session.openFiles([file('wrong.csv')]);
    expect(stage.phase).toMatchObject({
      name: 'failed',
      failure: { where: { file: 'wrong.csv' } },
    });
    expect(stage.engines).toHaveLength(0);
  });
});

describe('an engine', () => {
  test('is not used again if it dies in a cancelled load', async () => {
    const stage = await Stage.ready();
    await stage.replace('tuesday.csv');
    stage.session.cancel();
    stage.loads[1]!.reject(dead);
    await settled();
    expect(stage.engines[0]!.isClosed).toBe(true);
    await stage.replace('wednesday.csv');
    expect(stage.phase).toMatchObject({ name: 'working', step: { name: 'engine' } });
    expect(stage.engines).toHaveLength(2);
  });

  test('reports no progress once it is discarded', async () => {
    const stage = new Stage();
    void stage.session.openFiles([file('monday.csv')]);
    await settled();
    stage.engines[0]!.reject(new Failure({ fault: 'internal', what: 'engine not downloaded' }));
    await settled();
    void stage.session.retry();
    await settled();
    stage.engines[0]!.onProgress({ loadedBytes: 1, totalBytes: 2 });
    expect(stage.phase).toMatchObject({ step: { name: 'engine', progress: null } });
  });

  test('is replaced if a load does not free it', async () => {
    vi.useFakeTimers();
    try {
      const stage = new Stage();
      void stage.session.openFiles([file('monday.csv')]);
      await vi.advanceTimersByTimeAsync(5);
      stage.engines[0]!.resolve();
      await vi.advanceTimersByTimeAsync(5);
      void stage.session.openFiles([file('tuesday.csv')]);
      await vi.advanceTimersByTimeAsync(19_000);
      expect(stage.engines).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(stage.engines[0]!.isClosed).toBe(true);
      stage.engines[1]!.resolve();
      await vi.advanceTimersByTimeAsync(5);
      expect(stage.loads.map(({ files }) => files[0])).toEqual(['monday.csv', 'tuesday.csv']);
    } finally {
      vi.useRealTimers();
    }
  });

  test('can be opened again after a failure', async () => {
    const stage = new Stage();
    stage.session.warmUp();
    void stage.session.openFiles([file('monday.csv')]);
    await settled();
    stage.engines[0]!.reject(new Failure({ fault: 'internal', what: 'engine not downloaded' }));
    await settled();
    expect(stage.phase).toMatchObject({
      name: 'failed',
      shown: null,
      failure: { what: 'engine not downloaded' },
    });
    void stage.session.retry();
    await settled();
    stage.engines[1]!.resolve();
    await settled();
    stage.loads[0]!.resolve();
    await settled();
    expect(stage.phase).toMatchObject({
      name: 'ready',
      shown: { dataset: { sources: ['monday.csv'] } },
    });
  });

  test('is closed and replaced after a failure', async () => {
    const stage = await Stage.ready();
    await stage.replace('tuesday.csv');
    stage.loads[1]!.reject(dead);
    await settled();
    expect(stage.phase).toMatchObject({
      name: 'failed',
      failure: {
        fault: 'internal',
        details: expect.stringContaining('the worker stopped') as string,
      },
    });
    expect(stage.engines[0]!.isClosed).toBe(true);
    void stage.session.retry();
    await settled();
    stage.engines[1]!.resolve();
    await settled();
    expect(stage.loads[2]!.files[0]).toBe('tuesday.csv');
  });
});

test('dismissing a failure without reports leaves an idle page', async () => {
  const stage = new Stage();
  await stage.session.openFiles([file('wrong.csv')]);
  expect(stage.phase).toMatchObject({ name: 'failed', shown: null });
  stage.session.dismissFailure();
  expect(stage.phase).toEqual({ name: 'idle', shown: null });
});
