import { describe, expect, test } from 'vitest';
import type { Findings } from '../../src/domain/findings';
import { csvFile, loadFiles, useEngine } from '../support/engine';
import { toldOf } from '../support/in-words';

const db = useEngine();
const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';

async function findingsOf(body: string, chunkBytes = 64): Promise<Findings> {
  const data = await loadFiles(db, [csvFile(HEADER + body)], { chunkBytes });
  const whole = await loadFiles(db, [csvFile(HEADER + body)]);
  const { findings } = whole.tables[0]!;
  expect(data.tables[0]!.findings).toEqual(findings);
  expect(data.checks.flatMap(({ offences }) => offences)).toEqual([]);
  return findings;
}

test('tidied values are counted with examples, in kept lines only', async () => {
  const { tidied } = await findingsOf(
    'A, tea,Bob,1.505\nA,tea ,Ann ,0\n A,,Ann,-2\nA,tea ,Ann,-3.00\nA,tea,Bob,1.505\n',
  );
  expect(tidied).toEqual([
    {
      kind: 'trimmed',
      values: 4,
      examples: [
        { line: 2, raw: ' tea', clean: 'tea' },
        { line: 3, raw: 'Ann ', clean: 'Ann' },
        { line: 3, raw: 'tea ', clean: 'tea' },
      ],
    },
    { kind: 'rounded', values: 2, examples: [{ line: 2, raw: '1.505', clean: '1.51' }] },
    { kind: 'refund', values: 1, examples: [{ line: 5, raw: '-3.00', clean: null }] },
    { kind: 'zero', values: 1, examples: [{ line: 3, raw: '0.00', clean: null }] },
  ]);
});

test('total rows are separated from other rejects, with their sums', async () => {
  const { totals } = await findingsOf(
    'A,tea,Bob,1.50\nSubtotal,,,1.50\nB,tea,Ann,\nB,tea,Ann,2\nTotal:,,,3.50\nGrand total,3.50\nTotal,tea,Ann,1\n',
  );
  expect(totals).toEqual({
    count: 3,
    first: [
      { line: 3, label: 'Subtotal', price: 150n },
      { line: 6, label: 'Total:', price: 350n },
      { line: 7, label: 'Grand total', price: null },
    ],
  });
});

test('the first findings are kept and all are counted', async () => {
  const { headers } = await findingsOf(`A,tea,Bob,1\n${HEADER}`.repeat(50));
  expect(headers.count).toBe(50);
  expect(headers.first).toHaveLength(20);
  expect(headers.first[1]).toEqual({ line: 5, kind: 'same', missing: [] });
});

describe('a repeated line', () => {
  const names = ['Ann', 'Bob', 'Cy', 'Dee', 'Eve'];
  const dishes = ['tea', 'soup', 'pie', 'cake'];
  const orders = Array.from(
    { length: 200 },
    (_, index) => `A,${dishes[index % 4]!},${names[index % 5]!},1.50`,
  );

  test('is found if customer and dish do not meet that often by chance', async () => {
    const again = Array.from({ length: 300 }, () => 'A,tea,Bob,1.50');
    const { repeats } = await findingsOf([...orders, ...again].join('\n'), 1000);
    expect(repeats).toEqual([
      { line: 18, times: 310, restaurant: 'A', dish: 'tea', customer: 'Bob', price: 150n },
    ]);
  });

  test('is not found if all lines repeat', async () => {
    expect((await findingsOf(orders.join('\n'), 1000)).repeats).toEqual([]);
  });

  test('is not found for a regular whose dish only they order', async () => {
    const regulars = names.flatMap((name, index) =>
      Array.from({ length: 30 }, () => `A,dish ${String(index)},${name},2.00`),
    );
    expect((await findingsOf(regulars.join('\n'), 1000)).repeats).toEqual([]);
  });

  test('is not found without customers', async () => {
    const text = `item,price\n${'tea,1.50\nsoup,2.00\n'.repeat(50)}`;
    const data = await loadFiles(db, [csvFile(text)]);
    expect(data.tables[0]!.findings.repeats).toEqual([]);
  });
});

test('an unclosed quote that consumes all orders is reported with a remedy', async () => {
  const file = csvFile(`${HEADER}A,"tea,Bob,1.50\nA,tea,Bob,1.50\nA,tea,Bob,1.50\n`);
  expect(await toldOf(loadFiles(db, [file]))).toMatchObject({
    fault: 'input',
    title: 'Line 2 opens a quote that runs over the 2 lines after it.',
    wayOn: 'quotes as text',
  });
  const asText = await loadFiles(db, [file], {}, { strayQuotesAreText: true });
  expect(asText.receipt).toMatchObject({ read: 3, kept: 3 });
});
