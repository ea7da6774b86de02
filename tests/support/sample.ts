import { readFileSync } from 'node:fs';
import type { OrderLine } from './reference';

export const SAMPLE = 'static/data.csv';

/** Reads the sample without the project's reader; it contains no quotes. */
export function sampleLines(): OrderLine[] {
  const rows = readFileSync(SAMPLE, 'utf8').trimEnd().split('\n').slice(1);
  return rows.map((row) => {
    const [restaurant, dish, customer, price] = row.split(',') as [string, string, string, string];
    return { restaurant, dish, customer, price: BigInt(price.replace('.', '')) };
  });
}
