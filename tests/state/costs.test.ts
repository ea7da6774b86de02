import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/lib/failure';
import { file, finishLoad, mappingOf, settled, Stage, started } from '../support/stage';

const names = (stage: Stage) => stage.session.costs.map(({ source }) => source.name);

async function dropped(stage: Stage, ...files: string[]): Promise<void> {
  void stage.session.openFiles(files.map(file));
  await settled();
}

describe('a list of dish costs', () => {
  test('leaves the reports as they are, and no order is read again', async () => {
    const stage = await Stage.ready();
    const before = stage.phase.shown?.dataset;
    await dropped(stage, 'costs.csv');
    expect(stage.phase).toMatchObject({ name: 'ready', shown: { costs: { lists: [{}] } } });
    // The stage's database holds no tables, so they are loaded; the page's does hold them.
    if (stage.loads.length > 1) await finishLoad(stage);
    expect(stage.phase.shown?.dataset.sources).toEqual(before?.sources);
    expect(stage.phase.shown?.isSample).toBe(false);
    expect(names(stage)).toEqual(['costs.csv']);
  });
});
