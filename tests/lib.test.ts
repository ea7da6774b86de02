import { describe, expect, test } from 'vitest';
import { Failure } from '../src/domain/failure';
import {
  formatBytes,
  formatCell,
  formatCompact,
  formatMoney,
  formatPercent,
  formatQuotient,
} from '../src/i18n/format';
import { baseKind, isNullable, type Cell } from '../src/lib/kinds';
import { averageMoney, moneyToDecimal, parseMoney } from '../src/domain/money';
import { compareNaturally } from '../src/lib/natural-order';
import { concatenateTexts } from '../src/lib/text-column';

describe('money', () => {
  test.each<[string, bigint]>([
    ['0.00', 0n],
    ['0.05', 5n],
    ['-0.05', -5n],
    ['186944.00', 18694400n],
    ['123456789012345678901234567890.12', 12345678901234567890123456789012n],
  ])('converts %s to %d hundredths and back', (text, hundredths) => {
    expect(parseMoney(text)).toBe(hundredths);
    expect(moneyToDecimal(hundredths)).toBe(text);
  });

  test.each(['1', '1.5', '1.505', '1e2', '', '+1.00', ' 1.00'])('rejects the amount %j', (text) => {
    expect(() => parseMoney(text)).toThrow(TypeError);
  });

  test.each<[bigint, number, bigint | null]>([
    [100n, 3, 33n],
    [200n, 3, 67n],
    [5n, 2, 3n],
    [-5n, 2, -3n],
    [-4n, 3, -1n],
    [0n, 5, 0n],
    [100n, 0, null],
  ])('averages %d over %i to %d, rounded half away from zero', (total, items, average) => {
    expect(averageMoney(total, items)).toBe(average);
  });
});

describe('format', () => {
  test('writes money of any size exactly', () => {
    expect(formatMoney(12345678901234567890123n)).toBe('123,456,789,012,345,678,901.23');
    expect(formatMoney(-450n)).toBe('−4.50');
    expect(formatMoney(-5n)).toBe('−0.05');
  });

  test('writes a cell by its type', () => {
    expect(formatCell(null)).toBe('—');
    expect(formatCell(37230)).toBe('37,230');
    expect(formatCell(100n)).toBe('1.00');
    expect(formatCell('1234')).toBe('1234');
  });

  test.each<[Cell, string | null]>([
    [null, null],
    ['1234567890', null],
    [0, null],
    [99_999, null],
    [999_999, null],
    [1_000_000, '1.00M'],
    [-1_000_000, '−1.00M'],
    [1_234_567, '1.23M'],
    [999_499_999, '999M'],
    [999_500_000, '1.00B'],
    [99_999_999n, null],
    [123_456_789n, '1.23M'],
    [-123_456_789n, '−1.23M'],
    [123_499_999n, '1.23M'],
    [123_500_000n, '1.24M'],
    [99_949_999_999n, '999M'],
    [99_950_000_000n, '1.00B'],
    [10n ** 14n, '1.00T'],
    [123_456_789n * 10n ** 12n, '1,230,000T'],
  ])('shortens %s to %s', (value, text) => {
    expect(formatCompact(value)).toBe(text);
  });

  test.each<[bigint, bigint, string]>([
    [0n, 7n, '0%'],
    [7n, 7n, '100%'],
    [38n, 100n, '38%'],
    [1n, 3n, '33%'],
    [2n, 3n, '67%'],
    [99n, 1000n, '9.9%'],
    [9996n, 100_000n, '10%'],
    [3n, 100n, '3%'],
    [38n, 1000n, '3.8%'],
    [38n, 10_000n, '0.38%'],
    [1n, 10_000n, '0.01%'],
    [99n, 1_000_000n, 'under 0.01%'],
    [1n, 10n ** 38n, 'under 0.01%'],
    [984n, 1000n, '98%'],
    [99n, 100n, '99%'],
    [9949n, 10_000n, '99.49%'],
    [994n, 1000n, '99.4%'],
    [9996n, 10_000n, '99.96%'],
    [9999n, 10_000n, '99.99%'],
    [99_996n, 100_000n, 'over 99.99%'],
    [10n ** 38n - 1n, 10n ** 38n, 'over 99.99%'],
  ])('writes %d of %d as %s', (part, whole, text) => {
    expect(formatPercent(part, whole)).toBe(text);
  });

  test.each<[number, string]>([
    [290, '290'],
    [2.04, '2'],
    [37.46, '37.5'],
    [99.96, '100'],
    [100.4, '100'],
    [1234.5, '1,235'],
    [1 / 3, '0.3'],
  ])('writes the quotient %d as %s', (value, text) => {
    expect(formatQuotient(value)).toBe(text);
  });

  test.each<[number, string]>([
    [0, '0 B'],
    [999, '999 B'],
    [7_677_550, '7.7 MB'],
    [123_456_789, '123 MB'],
    [5_298_450_063, '5.3 GB'],
  ])('writes %i bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

test('a kind with ? may be NULL', () => {
  expect(baseKind('money?')).toBe('money');
  expect(isNullable('money?')).toBe(true);
  expect(isNullable('money')).toBe(false);
});

test('an internal failure keeps its causes for a bug report', () => {
  const failure = Failure.from(new Error('outer', { cause: new TypeError('inner') }));
  expect(failure.report.fault).toBe('internal');
  expect(failure.report.details).toBe('Error: outer\ncaused by TypeError: inner');
  expect(Failure.from(failure)).toBe(failure);
  expect(Failure.from('text').report.details).toBe('text');
});

test('concatenated texts have offsets in bytes', () => {
  const { offsets, bytes } = concatenateTexts(['é', '', 'é', 'ab']);
  expect([...offsets]).toEqual([0, 2, 2, 4, 6]);
  expect(new TextDecoder().decode(bytes)).toBe('ééab');
});

describe('natural order', () => {
  test('compares numbers by value and other characters by code point', () => {
    const names = [
      'a10',
      'a2',
      'b',
      'B',
      'é',
      'z',
      '\u{1f600}',
      '\uff21',
      'a02',
      'a',
      '9',
      '10',
      'a2b',
    ];
    expect(names.sort(compareNaturally)).toEqual([
      '9',
      '10',
      'B',
      'a',
      'a2',
      'a02',
      'a2b',
      'a10',
      'b',
      'z',
      'é',
      '\uff21',
      '\u{1f600}',
    ]);
    expect(compareNaturally('a1', 'a1')).toBe(0);
    expect(compareNaturally('9'.repeat(400), `1${'0'.repeat(400)}`)).toBeLessThan(0);
  });
});
