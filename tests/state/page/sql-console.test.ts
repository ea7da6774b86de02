import { describe, expect, test } from 'vitest';
import { AskError, type Answer, type AskingEngine } from '../../../src/engine/engine';
import type { Shown } from '../../../src/state/phase';
import { SqlConsole } from '../../../src/state/page/sql-console.svelte';

const ANSWER: Answer = { columns: [], rows: [], hasMore: false };
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A console whose engines answer when the test says so. */
function useConsole() {
  const engines: {
    readonly queries: { sql: string; resolve: () => void; reject: (error: Error) => void }[];
    readonly fills: { pack: unknown; resolve: () => void; reject: (error: Error) => void }[];
    isClosed: boolean;
  }[] = [];
  const faults: Error[] = [];
  let isSlow = false;
  const slowly = () => {
    isSlow = true;
  };
  const sqlConsole = new SqlConsole(() => {
    const fault = faults.shift();
    if (fault) return Promise.reject(fault);
    const engine: (typeof engines)[number] = { queries: [], fills: [], isClosed: false };
    engines.push(engine);
    return Promise.resolve<AskingEngine>({
      fill: (pack) =>
        new Promise((resolve, reject) => {
          engine.fills.push({ pack, resolve, reject });
          if (!isSlow) resolve();
        }),
      ask: (sql) =>
        new Promise((resolve, reject) => {
          engine.queries.push({
            sql,
            resolve: () => {
              resolve(ANSWER);
            },
            reject,
          });
        }),
      close: () => {
        engine.isClosed = true;
        for (const { reject } of engine.queries) reject(new Error('the engine was closed'));
        return Promise.resolve();
      },
    });
  }, 'from dish_sales');
  return { sqlConsole, engines, faults, slowly };
}

function reports(guests: Shown['guests'] = null): Shown {
  const dataset = {};
  return { dataset, pack: () => dataset, guests } as unknown as Shown;
}

async function opened() {
  const found = useConsole();
  const shown = reports();
  found.sqlConsole.follow(shown);
  found.sqlConsole.open();
  await settled();
  return { ...found, shown };
}

test('hiding names removes an answer with names and keeps one with pseudonyms', async () => {
  const { sqlConsole, engines } = await opened();
  const answer = async () => {
    const running = sqlConsole.run();
    await settled();
    engines.at(-1)!.queries.at(-1)!.resolve();
    await running;
  };
  await answer();
  const guests = { shownName: () => '', subjectOf: (subject: never) => Promise.resolve(subject) };
  // While names are being masked, the page has no reports.
  sqlConsole.follow(null);
  expect(sqlConsole.outcome).toMatchObject({ name: 'answered' });
  sqlConsole.follow(reports(guests));
  expect(sqlConsole.outcome).toBeNull();
  await answer();
  sqlConsole.follow(reports(guests));
  expect(sqlConsole.outcome).toMatchObject({ name: 'answered' });
});

describe('the engine of the console', () => {
  test('exists only while the console is open', async () => {
    const { sqlConsole, engines } = useConsole();
    sqlConsole.follow(reports());
    await settled();
    expect(engines).toHaveLength(0);
    sqlConsole.open();
    await settled();
    expect([engines.length, sqlConsole.isReady]).toEqual([1, true]);
    sqlConsole.close();
    await settled();
    expect([engines[0]!.isClosed, sqlConsole.isReady]).toEqual([true, false]);
    expect(sqlConsole.text).toBe('from dish_sales');
  });

  test('is closed with a stopped query, and the next query opens another', async () => {
    const { sqlConsole, engines } = await opened();
    void sqlConsole.run();
    await settled();
    sqlConsole.stop();
    expect([sqlConsole.isRunning, sqlConsole.outcome?.name]).toEqual([false, 'stopped']);
    await settled();
    expect(engines.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(sqlConsole.outcome?.name).toBe('stopped');
    void sqlConsole.run();
    await settled();
    engines[1]!.queries[0]!.resolve();
    await settled();
    expect(sqlConsole.outcome).toMatchObject({ name: 'answered', answer: ANSWER });
  });

  test('is replaced when lost, but not after a query error', async () => {
    const { sqlConsole, engines } = await opened();
    void sqlConsole.run();
    await settled();
    engines[0]!.queries[0]!.reject(new AskError('no such column'));
    await settled();
    expect([engines.length, sqlConsole.outcome?.name]).toEqual([1, 'refused']);
    void sqlConsole.run();
    await settled();
    engines[0]!.queries[1]!.reject(new AskError('out of memory', { isEngineLost: true }));
    await settled();
    expect(engines.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(sqlConsole.outcome).toMatchObject({ name: 'refused', error: { isEngineLost: true } });
  });

  test('is opened again by the next query if that failed', async () => {
    const { sqlConsole, engines, faults } = useConsole();
    faults.push(new Error('offline'), new Error('offline'));
    sqlConsole.follow(reports());
    sqlConsole.open();
    await settled();
    await sqlConsole.run();
    expect(sqlConsole.outcome).toEqual({ name: 'failed', details: 'offline' });
    void sqlConsole.run();
    await settled();
    expect(engines[0]!.queries).toHaveLength(1);
  });
});

describe('new reports', () => {
  test('are used by the next query, and the earlier answer stays', async () => {
    const { sqlConsole, engines, shown } = await opened();
    void sqlConsole.run();
    await settled();
    engines[0]!.queries[0]!.resolve();
    await settled();
    sqlConsole.follow(reports());
    await settled();
    expect(sqlConsole.outcome).toMatchObject({ name: 'answered', of: shown.dataset });
    const other = reports();
    sqlConsole.follow(other);
    void sqlConsole.run();
    await settled();
    expect(engines[0]!.queries).toHaveLength(2);
    expect(engines[0]!.fills.at(-1)!.pack).toBe(other.dataset);
  });

  test('fill the same engine in turn, without the skipped ones', async () => {
    const { sqlConsole, engines, slowly, shown } = await opened();
    slowly();
    const others = [reports(), reports(), reports()];
    for (const other of others) {
      sqlConsole.follow(other);
      await settled();
    }
    void sqlConsole.run();
    const [engine] = engines;
    const filled = () => engine!.fills.map(({ pack }) => pack);
    expect(filled()).toEqual([shown.dataset, others[0]!.dataset]);
    // A newer fill has replaced this one, so its failure is not shown.
    engine!.fills[1]!.reject(new Error('the tables on screen are no longer held'));
    await settled();
    expect(filled()).toEqual([shown.dataset, others[0]!.dataset, others[2]!.dataset]);
    expect([engine!.queries.length, sqlConsole.isReady]).toEqual([0, false]);
    engine!.fills[2]!.resolve();
    await settled();
    expect([engine!.queries.length, sqlConsole.isReady]).toEqual([1, true]);
    expect([engines.length, engine!.isClosed]).toEqual([1, false]);
  });

  test('replace the engine if they cannot be filled in', async () => {
    const { sqlConsole, engines, slowly } = await opened();
    slowly();
    sqlConsole.follow(reports());
    void sqlConsole.run();
    await settled();
    engines[0]!.fills[1]!.reject(new Error('out of memory'));
    await settled();
    expect(sqlConsole.outcome).toEqual({ name: 'failed', details: 'out of memory' });
    expect(sqlConsole.isRunning).toBe(false);
    void sqlConsole.run();
    await settled();
    expect(engines.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  });

  test('cancel a running query', async () => {
    const { sqlConsole } = await opened();
    void sqlConsole.run();
    await settled();
    sqlConsole.follow(reports());
    await settled();
    expect([sqlConsole.isRunning, sqlConsole.outcome?.name]).toEqual([false, 'overtaken']);
  });
});
