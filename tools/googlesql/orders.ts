/** Orders that both engines are given: the sample's, and random hostile ones. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Choice } from '../../src/ingest/layout';
import { csvLine } from '../../src/exports/csv';
import { tablesOf } from '../../tests/support/engine';
import { writeFile } from '../../tests/support/random/files';
import { filePlan, type FilePlan } from '../../tests/support/random/plans';
import { SAMPLE } from '../../tests/support/sample';
import type { Orders } from './compare';

/** Rows as a file without a field that spans lines, so that a row's line is its number. */
export async function ordersOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  choice?: Choice,
): Promise<Orders> {
  const text = [header, ...rows].map((fields) => csvLine(fields)).join('');
  const [table] = await tablesOf([new File([text], 'orders.csv')], choice);
  return { table: table!, rows: rows.map((fields, index) => ({ line: index + 2, fields })) };
}

export async function sampleOrders(lines: number): Promise<Orders> {
  const [header, ...rows] = readFileSync(SAMPLE, 'utf8')
    .split('\n')
    .slice(0, lines + 1)
    .map((line) => line.split(','));
  return ordersOf(header!, rows);
}

/** What rows call themselves that add others up, as tills write them. */
const TOTALS = ['Total', 'TOTAL:', ' Summe ', '合計：', 'Total Général', 'subtotal'];

/** Random files, in every encoding and dialect, with total rows among them. */
export async function randomOrders(seed: number, files: number): Promise<Orders[]> {
  const plans = fc.sample(filePlan, { seed, numRuns: 3 * files }).map(withTotals);
  const all: Orders[] = [];
  for (const [place, plan] of plans.entries()) {
    if (all.length === files) break;
    const file = writeFile({ ...plan, copies: Math.min(plan.copies, 3), unclosed: null }, place);
    const rows = file.records.flatMap((record) =>
      // What has another width than the header is no row for BigQuery.
      'values' in record
        ? [{ line: record.line, fields: record.values.map(({ text }) => text) }]
        : [],
    );
    if (rows.length === 0) continue;
    const [table] = await tablesOf([file.file], file.choice);
    all.push({ table: table!, rows });
  }
  return all;
}

function withTotals(plan: FilePlan, index: number): FilePlan {
  const total = (shift: number) => TOTALS[(index + shift) % TOTALS.length]!;
  return {
    ...plan,
    restaurants: [...plan.restaurants, total(0)],
    dishes: [...plan.dishes, total(0), total(1)],
    customers: [...plan.customers, total(1), total(2), total(3)],
  };
}
