import { expect, test } from 'vitest';
import { tabSeparated } from '../../src/exports/tab-separated';

test('clipboard rows have a header, plain numbers and no active cells', () => {
  const columns = [
    { name: 'name', label: 'Restaurant' },
    { name: 'n', label: 'Visits' },
    { name: 'amount', label: 'Revenue' },
  ];
  const rows = [
    { name: '=cmd()', n: 1234, amount: 18694450n },
    { name: '"5 inch" pie', n: -1, amount: -5n },
    { name: '5" pie', n: 0, amount: 0n },
    { name: 'a\tb\r\nc', n: null, amount: null },
    { name: '寿司', n: 2, amount: 100n },
  ];
  expect(tabSeparated(columns, rows)).toBe(
    [
      'Restaurant\tVisits\tRevenue',
      "'=cmd()\t1234\t186944.50",
      '"""5 inch"" pie"\t-1\t-0.05',
      '5" pie\t0\t0.00',
      'a b c\t\t',
      '寿司\t2\t1.00',
    ].join('\n'),
  );
});

test('numbers stored as text stay numbers', () => {
  const columns = [{ name: 'c0', label: 'sum', isNumber: true }];
  expect(tabSeparated(columns, [{ c0: '-1.50' }, { c0: null }])).toBe('sum\n-1.50\n');
});
