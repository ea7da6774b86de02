import { expect, test } from 'vitest';
import { differences } from './compare.mjs';
import { toCsv } from './csv.mjs';
import { median, toDeaths, toTable } from './report.mjs';

test('a figure is its median with its range, and nothing where it was not measured', () => {
  const table = toTable([
    { contender: 'Native', values: { wall: [1, 3, 2] } },
    { contender: 'Page', values: { wall: [2, 2, 2], heap: [104.6], wallToNative: [2, NaN, 1] } },
    { contender: 'Dead', values: { wall: [NaN, NaN, NaN] }, died: 'its page crashed after 9 s' },
  ]);
  expect(table).toBe(
    [
      '|        |           Wall, s |    Wall to native | Wasm heap, MB |',
      '| ------ | ----------------: | ----------------: | ------------: |',
      '| Native | 2.00 (1.00..3.00) |                   |               |',
      '| Page   |              2.00 | 1.50 (1.00..2.00) |           105 |',
      '| Dead   |                   |                   |               |',
      '',
    ].join('\n'),
  );
});

test('who did not come to the end is told in words', () => {
  const measured = [
    { contender: 'Page', values: {} },
    { contender: 'Dead', values: {}, died: 'its page crashed after 9 s' },
  ];
  expect(toDeaths(measured)).toEqual(['Dead did not come to the end: its page crashed after 9 s.']);
});

test('the median of an even number of values is between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([5, 1, 3])).toBe(3);
});

test('tables agree byte for byte, or the first line that does not is told', () => {
  const csv = (visits: number) =>
    toCsv(['restaurant_names', 'visit_count'], [['a "b", c', visits]]);
  const made = (name: string, visits: number) => ({
    name,
    tables: new Map(
      [
        'restaurant_stats',
        'popular_dishes',
        'profitable_dishes',
        'customer_stats',
        'frequent_visitors',
      ].map((table) => [table, csv(table === 'customer_stats' ? visits : 1)]),
    ),
  });
  expect(csv(1)).toBe('restaurant_names,visit_count\n"a ""b"", c",1\n');
  expect(differences(made('one', 1), made('other', 1))).toEqual([]);
  expect(differences(made('one', 1), made('other', 2))).toEqual([
    String.raw`customer_stats, line 2: "\"a \"\"b\"\", c\",1" (one), "\"a \"\"b\"\", c\",2" (other)`,
  ]);
  expect(differences(made('one', 1), { name: 'none', tables: new Map() })).toHaveLength(5);
});
