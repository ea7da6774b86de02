import { describe, expect, test } from 'vitest';
import { REPORTS } from '../../src/reports';
import type { Block, Note, Rankings, Table, Text, Verdict } from '../../src/reports/report';
import {
  NO_RESULTS,
  TABLE_NAMES,
  type Contender,
  type ResultsWithLeads,
} from '../../src/sql/tables';
import type { TableName } from '../../src/sql/tables';

const plain = (text: Text) =>
  text.map((part) => (typeof part === 'string' ? part : part.name)).join('');
const said = (verdict: Verdict | undefined) =>
  verdict && [verdict.label, plain(verdict.names), plain(verdict.rest)];
const notesOf = (blocks: readonly Block[]) =>
  blocks.filter((block): block is Note => block.type === 'note').map(({ text }) => plain(text));

function blocksOf(table: TableName, results: Partial<ResultsWithLeads>): readonly Block[] {
  const make = REPORTS[TABLE_NAMES.indexOf(table)]!;
  return make({ ...NO_RESULTS, ...results }, { restaurant: null, picked: null }).blocks;
}

function contenders(
  table: TableName,
  verdict: string,
  names: [name: string, total: bigint][],
  all = names.length,
  restaurant: string | null = 'A',
): Contender[] {
  return names.map(([name, total]) => ({
    ...{ table_name: table, restaurant, name, total, verdict, contenders: all },
  }));
}

const CHANCE = [
  expect.stringMatching(/^Too close to call: .* more than one of twenty such files\.$/),
];

describe('a first place among dishes', () => {
  const tables: ResultsWithLeads['tables'] = {
    ...NO_RESULTS.tables,
    popular_dishes: ['A', 'B'].map((restaurant_names) => ({
      ...{ restaurant_names, food_names: 'tea', order_count: 3, popularity_rank: 1 },
    })),
    profitable_dishes: [
      { restaurant_names: 'A', food_names: 'tea', total_revenue: 300n, profit_rank: 1 },
    ],
  };

  test('is tied if it is shared, without an explanation', () => {
    const tied = contenders('popular_dishes', 'tied', [
      ['soup', 300n],
      ['tea', 300n],
    ]);
    const blocks = blocksOf('popular_dishes', { tables, contenders: tied });
    const [{ groups }] = blocks as [Rankings];
    expect(groups.map(({ title, verdict }) => [title, said(verdict)])).toEqual([
      ['A', ['tied', 'soup and tea', '']],
      ['B', undefined],
    ]);
    expect(notesOf(blocks)).toEqual([]);
  });

  test('is too close to call within chance, with numbers and an explanation', () => {
    const close = contenders('popular_dishes', 'too close to call', [
      ['tea', 115800n],
      ['soup', 115000n],
      ['pie', 110000n],
    ]);
    const blocks = blocksOf('popular_dishes', { tables, contenders: close });
    expect(said((blocks[0] as Rankings).groups[0]!.verdict)).toEqual([
      'too close to call',
      'tea (1,158), soup (1,150) and pie (1,100)',
      '',
    ]);
    expect(notesOf(blocks)).toEqual(CHANCE);
  });

  test('shows revenue as money', () => {
    const close = contenders('profitable_dishes', 'too close to call', [
      ['tea', 123450n],
      ['soup', 123400n],
    ]);
    const blocks = blocksOf('profitable_dishes', { tables, contenders: close });
    expect(said((blocks[0] as Rankings).groups[0]!.verdict)![1]).toBe(
      'tea (1,234.50) and soup (1,234.00)',
    );
    expect(notesOf(blocks)).toEqual(CHANCE);
  });
});

describe('a first place among visitors', () => {
  const verdictOf = (rows: Contender[]) => {
    const [table] = blocksOf('frequent_visitors', { contenders: rows }) as [Table];
    return said(table.verdicts!.of.get('A'));
  };
  const names = (count: number) =>
    Array.from({ length: count }, (_, index): [string, bigint] => [`n${String(index + 1)}`, 300n]);

  test('names the first few, and the others on request', () => {
    expect(verdictOf(contenders('frequent_visitors', 'tied', names(5)))).toEqual([
      'tied',
      'n1, n2, n3, n4 and n5',
      '',
    ]);
    expect(verdictOf(contenders('frequent_visitors', 'tied', names(6)))).toEqual([
      'tied',
      'n1, n2, n3, n4 and 2 more',
      'n5 and n6',
    ]);
    expect(verdictOf(contenders('frequent_visitors', 'tied', names(6), 1006))).toEqual([
      'tied',
      'n1, n2, n3, n4 and 1,002 more',
      'n5, n6 and 1,000 more',
    ]);
  });

  test('counts all contenders even if only one is named', () => {
    expect(verdictOf(contenders('frequent_visitors', 'tied', names(1), 9))).toEqual([
      'tied',
      'n1 and 8 more',
      '8 more',
    ]);
  });
});

describe('the customers of the most restaurants', () => {
  const stats = (
    restaurants: number,
    customers: readonly string[],
  ): ResultsWithLeads['tables'] => ({
    ...NO_RESULTS.tables,
    restaurant_stats: Array.from({ length: restaurants }, (_, index) => ({
      ...{ restaurant_names: String(index), customer_count: 1, total_revenue: 1n },
    })),
    customer_stats: customers.map((first_name) => ({
      ...{ first_name, restaurants_visited: 1, most_visited_restaurant: '0' },
    })),
  });
  const noteOf = (
    restaurants: number,
    [visited, customers]: [number, number],
    rows: Contender[],
    names: readonly string[] = [],
  ) =>
    notesOf(
      blocksOf('customer_stats', {
        tables: stats(restaurants, names),
        visitedCounts: [{ restaurants_visited: visited, customers }],
        contenders: rows,
      }),
    );
  const first = (names: [string, bigint][], all?: number) =>
    contenders('customer_stats', 'tied', names, all, null);

  test('are counted if there are many, and the one with the most visits is named', () => {
    expect(noteOf(4, [4, 684], first([['Michael', 359400n]]))).toEqual([
      'The first 684 customers in this table visited all 4 restaurants: tied. Of these, Michael has the most visits: 3,594.',
    ]);
  });

  test('are named if they are few', () => {
    const rows = first([
      ['Ann', 100n],
      ['Bob', 100n],
    ]);
    expect(noteOf(5, [2, 3], rows, ['Ann', 'Bob', 'Cy'])).toEqual([
      'Ann, Bob and Cy visited 2 of the 5 restaurants: tied. Of these, Ann and Bob have the most visits: 1 each.',
    ]);
  });

  test('have their own wording for one and for two restaurants', () => {
    expect(noteOf(1, [1, 90], [])[0]).toMatch(/visited the only restaurant: tied\.$/);
    expect(noteOf(2, [2, 90], [])[0]).toMatch(/visited both restaurants: tied\.$/);
  });

  test('have no note if there is only one', () => {
    expect(noteOf(4, [4, 1], first([['Michael', 359400n]]), ['Michael'])).toEqual([]);
    expect(notesOf(blocksOf('customer_stats', {}))).toEqual([]);
  });
});
