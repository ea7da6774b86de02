import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/domain/failure';
import { file, settled, Stage } from '../../support/stage';

const refused = new Failure({ fault: 'input', what: 'unreadable folder' });

/** A folder whose search ends when the test says so. */
function folder(): { finding: Promise<File[]>; finds: (name: string) => void; fails: () => void } {
  let finds: (name: string) => void = () => undefined;
  let fails: () => void = () => undefined;
  const finding = new Promise<File[]>((resolve, reject) => {
    finds = (name) => {
      resolve([file(name)]);
    };
    fails = () => {
      reject(refused);
    };
  });
  return { finding, finds, fails };
}

/** Shows Monday's reports and starts to read Tuesday's file. */
async function reading(): Promise<Stage> {
  const stage = await Stage.ready();
  await stage.replace('tuesday.csv');
  return stage;
}

describe('pending files of a drop', () => {
  test('cancel the present load only once they are found', async () => {
    const stage = await reading();
    const { finding, finds } = folder();
    void stage.session.openFound(finding);
    await settled();
    expect(stage.phase).toMatchObject({ name: 'working', sources: ['tuesday.csv'] });
    expect(stage.loads[1]!.options.signal?.aborted).toBe(false);
    finds('wednesday.csv');
    await settled();
    expect(stage.phase).toMatchObject({ name: 'placing', sources: ['wednesday.csv'] });
    expect(stage.loads[1]!.options.signal?.aborted).toBe(true);
  });

  test('are dropped if a newer request came first', async () => {
    const stage = await Stage.ready();
    const [first, second, third] = [folder(), folder(), folder()];
    void stage.session.openFound(first.finding);
    void stage.session.openFound(second.finding);
    second.finds('second.csv');
    await settled();
    first.fails();
    await settled();
    expect(stage.phase).toMatchObject({ name: 'placing', sources: ['second.csv'] });
    expect(stage.session.refusal).toBeNull();
    void stage.session.openFound(third.finding);
    void stage.session.openSample();
    third.finds('third.csv');
    await settled();
    expect(stage.phase).toMatchObject({ name: 'working', sources: ['data.csv'] });
  });
});

describe('a folder without order files', () => {
  test('shows a failure if nothing is loading', async () => {
    const stage = await Stage.ready();
    await stage.session.openFound(Promise.reject(refused));
    expect(stage.phase).toMatchObject({
      name: 'failed',
      failure: { what: 'unreadable folder' },
      shown: { dataset: { sources: ['monday.csv'] } },
    });
  });

  test('shows a failure beside the present load, which goes on', async () => {
    const stage = await reading();
    await stage.session.openFound(Promise.reject(refused));
    expect(stage.session.refusal).toMatchObject({ what: 'unreadable folder' });
    expect(stage.phase).toMatchObject({ name: 'working', sources: ['tuesday.csv'] });
    stage.loads[1]!.resolve();
    await settled();
    expect(stage.phase).toMatchObject({
      name: 'ready',
      shown: { dataset: { sources: ['tuesday.csv'] } },
    });
    expect(stage.session.refusal).toMatchObject({ what: 'unreadable folder' });
    stage.session.dismissFailure();
    expect(stage.session.refusal).toBeNull();
    expect(stage.phase.name).toBe('ready');
  });

  test('is forgotten when something else is opened', async () => {
    const stage = await reading();
    await stage.session.openFound(Promise.reject(refused));
    void stage.session.openFiles([file('wednesday.csv')]);
    await settled();
    expect(stage.session.refusal).toBeNull();
  });
});
