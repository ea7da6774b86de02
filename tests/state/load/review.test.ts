import { describe, expect, test } from 'vitest';
import { QueryError } from '../../../src/engine/engine';
import type { Review } from '../../../src/pipeline/dataset';
import { NO_HINTS } from '../../../src/sql/tables';
import { file, finishLoad, settled, Stage } from '../../support/stage';

describe('the review', () => {
  const dead = new QueryError({ name: 'checks', sql: '' }, new Error('the worker stopped'));
  const nothing: Review = { contenders: [], menu: [], checks: [], hints: NO_HINTS };

  test('follows the reports, and the next load waits for it', async () => {
    const stage = new Stage();
    const answers: ((found: Review) => void)[] = [];
    stage.reviewed = new Promise((resolve) => answers.push(resolve));
    void stage.session.openFiles([file('monday.csv')]);
    await settled();
    stage.engines[0]!.resolve();
    await settled();
    await finishLoad(stage);
    const { shown } = stage.phase;
    expect(stage.phase.name).toBe('ready');
    await stage.replace('tuesday.csv');
    expect(stage.loads).toHaveLength(1);
    answers[0]!(nothing);
    await settled();
    expect(await shown!.review).toBe(nothing);
    expect(stage.loads).toHaveLength(2);
  });

  test('may lose its engine: the reports stay and the next load opens another', async () => {
    const stage = new Stage();
    const failed = Promise.reject<Review>(dead);
    failed.catch(() => undefined);
    stage.reviewed = failed;
    void stage.session.openFiles([file('monday.csv')]);
    await settled();
    stage.engines[0]!.resolve();
    await settled();
    await finishLoad(stage);
    expect(stage.phase.name).toBe('ready');
    await expect(stage.phase.shown!.review).rejects.toBe(dead);
    expect(stage.engines[0]!.isClosed).toBe(true);
    await stage.replace('tuesday.csv');
    expect(stage.engines).toHaveLength(2);
  });
});
