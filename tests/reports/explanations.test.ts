import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/reports/evidence';
import { explainCards, explainReport, type Explanation } from '../../src/reports/explanations';
import { NO_RESULTS, TABLE_NAMES } from '../../src/sql/tables';
import { csvFile, loadFiles, useEngine } from '../support/engine';
import { NO_REJECTS } from '../support/rejects';
import { ONE_RECORD } from '../support/stage';

const db = useEngine();

const evidenceOf = (...files: string[][]): Promise<Evidence> =>
  loadFiles(
    db,
    files.map((lines, index) => csvFile(lines.join('\n'), `${String(index)}.csv`)),
    {},
    { restaurant: 'C' },
  );

const HEADER = 'restaurant_names,food_names,first_name,food_cost';
const PLAIN = [HEADER, 'A,tea,Ann,1', 'A,tea,Ann,2', 'A,pie,Bob,4', 'B,tea,Ann,1.50'];
const WITH_QUANTITY = ['store,dish,guest,unit price,qty', 'B,tea,Cy,2,3'];
const WITHOUT_GUESTS = [
  'restaurant_names,food_names,food_cost',
  ...Array<string>(6).fill('A,tea,1'),
];

/** The text for a term of an explanation, as the page shows it. */
function said(explanation: Explanation | undefined, term: string): string {
  const text = explanation?.parts.find((part) => part.term === term)?.text ?? [];
  return text.map((part) => (typeof part === 'string' ? part : part.name)).join('');
}

const cardsOf = (evidence: Evidence, restaurant: string | null) =>
  new Map(explainCards(evidence, restaurant).map((card) => [card.of, card]));

describe('the cards', () => {
  test('explain a restaurant with its own figures', async () => {
    const cards = cardsOf(await evidenceOf(PLAIN), 'A');
    expect([...cards.keys()]).toEqual(['customers', 'visits', 'revenue', 'average per visit']);
    expect(said(cards.get('customers'), 'What it is')).toBe(
      '2 distinct names in first_name among the 3 kept order lines of this restaurant.',
    );
    expect(said(cards.get('customers'), 'Names')).toMatch(
      /Unicode is normalised \(NFC\)\. Capital letters matter/,
    );
    expect(said(cards.get('visits'), 'What it is')).toMatch(
      /^3 kept order lines of this restaurant\. A visit is an order line/,
    );
    expect(said(cards.get('revenue'), 'What it is')).toBe(
      'The sum of food_cost over the 3 kept order lines of this restaurant.',
    );
    expect(said(cards.get('average per visit'), 'What it is')).toMatch(
      /^7\.00 divided by 3 visits: 2\.33,/,
    );
    for (const card of cards.values()) {
      expect(said(card, 'Made from')).toBe(
        '3 of the 4 kept order lines: those of this restaurant.',
      );
      expect(said(card, 'Left out')).toBe('Nothing: 4 order lines read, 0 rejected.');
    }
  });

  test('count a customer of several restaurants once in all of them', async () => {
    const cards = cardsOf(await evidenceOf(PLAIN), null);
    expect(said(cards.get('customers'), 'What it is')).toBe(
      '2 distinct names in first_name among all 4 kept order lines. A customer of several restaurants is counted once.',
    );
    expect(said(cards.get('visits'), 'Made from')).toBe('All 4 kept order lines.');
  });

  test('have no explanation without a figure', async () => {
    const cards = cardsOf(await evidenceOf(['dish', 'tea']), 'C');
    expect([...cards.keys()]).toEqual(['visits']);
  });
});

test('lists rejected records by reason, and says if some have several reasons', async () => {
  const some = explainReport(await evidenceOf([...PLAIN, 'A,,Bob,1', 'A,tea']), 'popular_dishes');
  expect(said(some, 'Left out')).toBe(
    'Of 6 order lines read, 2 rejected: missing dish (1), too few columns (1).',
  );
  const twice = explainReport(await evidenceOf([...PLAIN, 'A,,,1']), 'popular_dishes');
  expect(said(twice, 'Left out')).toBe(
    'Of 5 order lines read, 1 rejected: missing dish (1), missing customer (1). An order line with several reasons is counted under each.',
  );
});

test('explains the definition, lines, omissions and order of every report', async () => {
  const evidence = await evidenceOf(PLAIN);
  for (const name of TABLE_NAMES) {
    const explanation = explainReport(evidence, name);
    expect(explanation.of).toBe(name);
    expect(said(explanation, 'Made from')).toBe('All 4 kept order lines.');
    expect(said(explanation, 'Left out')).toMatch(/^Nothing/);
    expect(said(explanation, 'Ties') || said(explanation, 'Order')).toMatch(/by name/);
    for (const { text } of explanation.parts) expect(text.at(-1)).toMatch(/\.$/);
  }
  expect(said(explainReport(evidence, 'customer_stats'), 'What it is')).toMatch(
    /^2 distinct names in first_name, each with/,
  );
});

test.each<[string, string[][], { revenue: string; orders: string }]>([
  [
    'no quantity',
    [PLAIN],
    { revenue: 'the sum of food_cost over', orders: 'An order line is one order.' },
  ],
  [
    'a quantity',
    [WITH_QUANTITY],
    {
      revenue: 'the sum of unit price times qty over',
      orders: 'An order line counts as the number of orders in qty.',
    },
  ],
  [
    'a quantity in one file of two',
    [PLAIN, WITH_QUANTITY],
    {
      revenue: 'the sum of food_cost or unit price times qty in 1 of the 2 files over',
      orders: 'An order line counts as one order, or as the number in qty in 1 of the 2 files.',
    },
  ],
])('names the summed columns with %s', async (_, files, { revenue, orders }) => {
  const evidence = await evidenceOf(...files);
  expect(said(explainReport(evidence, 'profitable_dishes'), 'What it is')).toContain(revenue);
  expect(said(explainReport(evidence, 'popular_dishes'), 'What it is')).toContain(orders);
});

test('does not count lines of a file that lacks the column', async () => {
  const evidence = await evidenceOf(PLAIN, WITHOUT_GUESTS);
  const because = 'those in files that have a customer column.';
  for (const name of ['customer_stats', 'frequent_visitors'] as const) {
    expect(said(explainReport(evidence, name), 'Made from')).toBe(
      `4 of the 10 kept order lines: ${because}`,
    );
  }
  expect(said(explainReport(evidence, 'popular_dishes'), 'Made from')).toBe(
    'All 10 kept order lines.',
  );
  expect(said(cardsOf(evidence, 'A').get('customers'), 'Made from')).toBe(
    `Of this restaurant’s 9 kept order lines, ${because}`,
  );
});

test.each([
  [['a', 'a'], 'The name in a with'],
  [['a', 'b', 'a'], 'The name in a or b with'],
  [['a', 'b', 'c', 'd', 'e'], 'The name in a, b, c or 2 other columns with'],
])('names a column with the headers %j', (headers, expected) => {
  const evidence: Evidence = {
    results: NO_RESULTS,
    receipt: ONE_RECORD,
    rejects: NO_REJECTS,
    tables: headers.map((name) => ({
      receipt: ONE_RECORD,
      layout: { header: ['dish', name], columns: { customer: 1 }, priceIs: 'unit price' },
    })),
  };
  expect(said(explainReport(evidence, 'frequent_visitors'), 'What it is')).toContain(expected);
});
