import { describe, expect, test } from 'vitest';
import { AskError, type Answer, type AskingEngine } from '../../src/engine/engine';
import type { Shown } from '../../src/state/phase';
import { SqlConsole } from '../../src/state/sql-console.svelte';

const ANSWER: Answer = { columns: [], rows: [], hasMore: false };
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A console over engines that answer when they are told to. */
function useConsole() {
  const engines: {
    readonly queries: { sql: string; resolve: () => void; reject: (error: Error) => void }[];
    isClosed: boolean;
  }[] = [];
  const faults: Error[] = [];
  const sqlConsole = new SqlConsole(() => {
    const fault = faults.shift();
    if (fault) return Promise.reject(fault);
    const engine: (typeof engines)[number] = { queries: [], isClosed: false };
    engines.push(engine);
    return Promise.resolve<AskingEngine>({
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
  return { sqlConsole, engines, faults };
}

function reports(guests: object | null = null): Shown {
  return { dataset: {}, pack: () => [], guests } as unknown as Shown;
}

async function opened() {
  const found = useConsole();
  const shown = reports();
  found.sqlConsole.follow(shown);
  found.sqlConsole.open();
  await settled();
  return { ...found, shown };
}

describe('an engine of its own', () => {
  test('is there only while the console is open', async () => {
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

  test('is ended with the query that is stopped, and the next has another', async () => {
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

  test('that is lost is replaced; one that only refuses is not', async () => {
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

  test('that cannot be started is told, and tried again by the next query', async () => {
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

describe('other reports', () => {
  test('are asked from then on; the answer before stays, of those before', async () => {
    const { sqlConsole, engines, shown } = await opened();
    void sqlConsole.run();
    await settled();
    engines[0]!.queries[0]!.resolve();
    await settled();
    sqlConsole.follow(reports());
    await settled();
    expect(engines.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(sqlConsole.outcome).toMatchObject({ name: 'answered', of: shown.dataset });
  });

  test('whose guests are hidden have no answer from before, and no complaint that may quote a name', async () => {
    for (const isRefused of [false, true]) {
      const { sqlConsole, engines } = await opened();
      const ask = async () => {
        void sqlConsole.run();
        await settled();
        const query = engines.at(-1)!.queries[0]!;
        if (isRefused) query.reject(new AskError('no number: Alice'));
        else query.resolve();
        await settled();
      };
      await ask();
      sqlConsole.follow(null);
      sqlConsole.follow(reports({}));
      expect(sqlConsole.outcome).toBeNull();
      await settled();
      await ask();
      sqlConsole.follow(reports());
      sqlConsole.follow(reports({}));
      expect(sqlConsole.outcome).not.toBeNull();
    }
  });

  test('end a query that runs', async () => {
    const { sqlConsole } = await opened();
    void sqlConsole.run();
    await settled();
    sqlConsole.follow(reports());
    await settled();
    expect([sqlConsole.isRunning, sqlConsole.outcome?.name]).toEqual([false, 'overtaken']);
  });
});
