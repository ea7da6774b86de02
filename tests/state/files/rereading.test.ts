import { describe, expect, test } from 'vitest';
import { exportRejectedRows } from '../../../src/exports';
import type { Choice, Layout } from '../../../src/ingest/layout/layout';
import { directIngest } from '../../../src/ingest/worker/read';
import { Failure } from '../../../src/domain/failure';
import type { Dataset } from '../../../src/pipeline/dataset';
import { joinRejects } from '../../../src/pipeline/reject-log';
import { prepare } from '../../../src/state/files/prepare';
import { RememberedChoices } from '../../../src/state/files/remembered-choices';
import { csvFile, loadFiles, useEngine } from '../../support/engine';
import { settled, Stage } from '../../support/stage';
import { textOf } from '../../support/tables';

describe('an override', () => {
  test('changes how one table is read and keeps the others', async () => {
    const stage = await Stage.ready('monday.csv');
    await stage.replace('tuesday.csv');
    stage.loads[1]!.resolve();
    await settled();
    void stage.session.openFiles([new File([''], 'wednesday.csv')]);
    await settled();
    stage.session.answer('add');
    await settled();
    stage.loads[2]!.resolve();
    await settled();
    const { tables } = stage.phase.shown!.dataset;
    void stage.session.reread(tables[0]!, { strayQuotesAreText: true });
    await settled();
    const [first, second] = stage.loads[3]!.tables;
    expect(first).toMatchObject({
      source: { name: 'tuesday.csv' },
      layout: { strayQuotesAreText: true },
    });
    expect(first).not.toHaveProperty('receipt');
    expect(second).toBe(tables[1]);
    expect(stage.phase).toMatchObject({ name: 'working', sources: ['tuesday.csv'] });
  });

  test('does not start while a load runs', async () => {
    const stage = await Stage.ready('monday.csv');
    const [table] = stage.phase.shown!.dataset.tables;
    void stage.session.openFiles([new File([''], 'tuesday.csv')]);
    await settled();
    await stage.session.reread(table!, { strayQuotesAreText: true });
    expect(stage.loads).toHaveLength(1);
    expect(stage.phase.name).toBe('placing');
  });
});

test('a load that failed at an unclosed quote is retried with quotes as text, without a question', async () => {
  const stage = await Stage.ready('monday.csv');
  void stage.session.openFiles([new File([''], 'tuesday.csv')]);
  await settled();
  stage.session.answer('add');
  await settled();
  const report = { fault: 'input', what: 'no records', wayOn: 'quotes as text' } as const;
  stage.loads[1]!.reject(new Failure(report));
  await settled();
  expect(stage.phase).toMatchObject({ name: 'failed', failure: { wayOn: 'quotes as text' } });
  void stage.session.readQuotesAsText();
  await settled();
  const [kept, own] = stage.loads[2]!.tables;
  expect(kept!.layout.strayQuotesAreText).toBe(false);
  expect(own!.layout.strayQuotesAreText).toBe(true);
});

describe('a corrected rejected_rows.csv', () => {
  const db = useEngine();

  /** Loads files, opens their rejected_rows.csv, and returns its inspection. */
  async function comesBack(
    files: readonly { text: string; choice?: Choice }[],
  ): Promise<{ layout: Layout; questions: readonly string[]; csv: string }> {
    const loaded: Dataset[] = [];
    for (const { text, choice } of files) {
      loaded.push(await loadFiles(db, [csvFile(text, 'Luna.csv')], {}, choice));
    }
    const rejects = joinRejects(loaded.map((data) => data.rejects));
    const csv = await textOf(await exportRejectedRows({ ...loaded[0]!, rejects }));
    const { tables } = await prepare([csvFile(csv, 'rejected_rows.csv')], directIngest, {
      remembered: new RememberedChoices(null),
      shown: loaded.flatMap((data) => data.tables),
      byHand: false,
    });
    const { layout, questions } = tables[0]!.inspection;
    return { layout, questions, csv };
  }

  const OWN = { columns: { dish: 1, customer: 0, price: 2 }, decimalMark: ',' } as const;

  test('is read with the original columns, decimal mark, price meaning and restaurant', async () => {
    const text = 'Wer;Was;Wieviel\nAnn;Tee;1.500\nBob;Tee;gratis\n';
    const choice = { ...OWN, priceIs: 'line total', restaurant: 'Café' } as const;
    const { layout, questions, csv } = await comesBack([{ text, choice }]);
    expect(csv).toContain('restaurant_names,Wer,Was,Wieviel');
    expect(questions).toEqual([]);
    expect(layout).toMatchObject({
      columns: { restaurant: 3, customer: 4, dish: 5, price: 6 },
      decimalMark: ',',
      priceIs: 'line total',
    });
  });

  test('is inspected like any file if the originals had different layouts', async () => {
    const comma = { text: 'Wer;Was;Wieviel\nAnn;Tee;1,5\nBob;Tee;gratis\n', choice: OWN };
    const point = {
      text: 'Wer;Was;Wieviel\nAnn;Tee;1.5\nBob;Tee;gratis\n',
      choice: { columns: OWN.columns },
    };
    const { questions } = await comesBack([comma, point]);
    expect(questions).toContain('columns');
  });

  test('needs its exact header', async () => {
    const loaded = await loadFiles(db, [csvFile('item,price\ntea,1\ntea,x\n')]);
    const { tables } = await prepare([csvFile('item,price,line\ntea,1,2\n')], directIngest, {
      remembered: new RememberedChoices(null),
      shown: loaded.tables,
      byHand: false,
    });
    expect(tables[0]!.base).toEqual({});
  });
});
