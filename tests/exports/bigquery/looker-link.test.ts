import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLine, reportLink } from '../../../src/exports/bigquery/looker-link';
import { isDestination } from '../../../src/lib/bigquery-names';
import { TABLE_NAMES } from '../../../src/sql/tables';

describe('the link', () => {
  test('opens a blank report with all tables as sources and nothing else', () => {
    const link = new URL(
      reportLink({ project: 'end-of-universe', dataset: 'restaurant_orders' }, TABLE_NAMES),
    );
    expect(link.origin + link.pathname).toBe('https://lookerstudio.google.com/reporting/create');
    expect(link.hash).toBe('');
    const sources = [
      'restaurant_stats',
      'popular_dishes',
      'profitable_dishes',
      'customer_stats',
      'frequent_visitors',
    ].flatMap((table, index) => [
      [`ds.ds${String(index)}.connector`, 'bigQuery'],
      [`ds.ds${String(index)}.type`, 'TABLE'],
      [`ds.ds${String(index)}.projectId`, 'end-of-universe'],
      [`ds.ds${String(index)}.billingProjectId`, 'end-of-universe'],
      [`ds.ds${String(index)}.datasetId`, 'restaurant_orders'],
      [`ds.ds${String(index)}.tableId`, table],
      [`ds.ds${String(index)}.datasourceName`, table],
    ]);
    expect([...link.searchParams]).toEqual([
      ['c.mode', 'edit'],
      ['r.reportName', 'Dishboard restaurant_orders'],
      ...sources,
    ]);
  });

  test('lists the available tables without a gap', () => {
    const link = new URL(
      reportLink({ project: 'orders', dataset: 'd' }, ['restaurant_stats', 'customer_stats']),
    );
    const tables = [...link.searchParams].filter(([name]) => name.endsWith('.tableId'));
    expect(tables).toEqual([
      ['ds.ds0.tableId', 'restaurant_stats'],
      ['ds.ds1.tableId', 'customer_stats'],
    ]);
  });

  test('is short enough for any server', () => {
    const longest = { project: 'a'.repeat(30), dataset: 'd'.repeat(1024) };
    expect(reportLink(longest, TABLE_NAMES).length).toBeLessThan(8192);
  });
});

describe('the line', () => {
  test('contains the location if one is given', () => {
    expect(loadLine({ project: 'orders', dataset: 'd_1', location: 'EU' })).toBe(
      'bash load.sh orders d_1 EU',
    );
    expect(loadLine({ project: 'orders', dataset: 'd_1', location: '' })).toBe(
      'bash load.sh orders d_1',
    );
  });

  test('needs no quotes for accepted names, and none of them is an option', () => {
    const text = (alphabet: string, maxLength: number) =>
      fc.array(fc.constantFrom(...alphabet), { maxLength }).map((letters) => letters.join(''));
    const odd = text('aaaaaa-_A0 ;$()\'"`\n', 12);
    const place = fc.record({
      project: fc.oneof(text('aaaaaa0-', 30), odd),
      dataset: fc.oneof(text('aA0_', 8), odd),
      location: fc.oneof(text('aaaaaa0-', 8), odd),
    });
    let taken = 0;
    fc.assert(
      fc.property(place, (names) => {
        if (!isDestination(names)) return;
        taken++;
        expect(loadLine(names)).toMatch(/^bash load\.sh( [A-Za-z0-9_][A-Za-z0-9_-]*){2,3}$/);
      }),
      { numRuns: 20_000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  test('reaches the script unchanged', () => {
    const names = {
      project: 'end-of-universe',
      dataset: '_2026_Orders',
      location: 'aws-us-east-1',
    };
    const line = loadLine(names).replace('bash load.sh', 'printf "<%s>"');
    expect(execFileSync('bash', ['-c', line], { encoding: 'utf8' })).toBe(
      '<end-of-universe><_2026_Orders><aws-us-east-1>',
    );
  });
});
