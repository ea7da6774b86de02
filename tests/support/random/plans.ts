/**
 * Plans for random files. A plan always gives the same file, and shrinks towards a small and plain
 * one.
 */
import fc from 'fast-check';
import { LINE_BREAKS, type WrittenDialect } from './dialect';
import { WRITTEN_ENCODINGS, type WrittenEncoding } from './encodings';
import { name, price, quantity } from './values';

/**
 * A whole number up to `most`, without fast-check's bias towards the smallest and greatest values.
 */
const upTo = (most: number) => fc.noBias(fc.nat(most));
const bits = upTo(0x3fffffff);

function often<T>(usual: T, times: number, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof(
    { arbitrary: fc.constant(usual), weight: times },
    { arbitrary: other, weight: 1 },
  );
}

/**
 * The damage of a record. `at` selects the column, and `choice` selects a variant of the damage.
 */
const damage = fc.record({
  kind: often(
    'none',
    12,
    fc.constantFrom(
      'missing columns',
      'extra columns',
      'missing value',
      'invalid bytes',
      'stray quote',
      'text after a quote',
    ),
  ),
  at: upTo(99),
  choice: upTo(99),
});

const BLANK_LINES = ['', ' ', '   ', '\t', ' \t '] as const;
const blankLine = fc.constantFrom(...BLANK_LINES);

const record = fc.record({
  restaurant: upTo(999),
  dish: upTo(999),
  customer: upTo(999),
  other: upTo(999),
  price,
  quantity,
  /** Chooses spellings, unneeded quotes and line breaks. */
  style: bits,
  damage,
  blankLinesAbove: often<string[]>([], 12, fc.array(blankLine, { minLength: 1, maxLength: 3 })),
});
export type PlannedRecord = typeof record extends fc.Arbitrary<infer T> ? T : never;

const dialect: fc.Arbitrary<WrittenDialect> = fc
  .record({
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
    quote: often<WrittenDialect['quote']>('"', 4, fc.constantFrom("'", '|', null)),
    quotesAll: often(false, 3, fc.constant(true)),
    lineBreak: fc.constantFrom(...LINE_BREAKS),
    encoding: often<WrittenEncoding>('utf-8', 1, fc.constantFrom(...WRITTEN_ENCODINGS)),
  })
  .map((written) => ({
    ...written,
    quote: written.quote === written.delimiter ? '"' : written.quote,
  }));

const seldom = often(false, 9, fc.constant(true));

/** Random names, at least one of them valid. */
const names = (most: number) =>
  fc.array(name, { minLength: 0, maxLength: most }).map((others) => ['Zaphod', ...others]);

const unclosed = fc.record({
  columns: fc.nat(4),
  enclosed: fc.array(name, { maxLength: 6 }),
  style: bits,
});
export type Unclosed = typeof unclosed extends fc.Arbitrary<infer T> ? T : never;

export const filePlan = fc.record({
  dialect,
  hasMark: fc.boolean(),
  decimalMark: fc.constantFrom('.' as const, ',' as const),
  isLineTotal: seldom,
  without: fc.record({
    restaurant: seldom,
    dish: seldom,
    customer: seldom,
    price: seldom,
    quantity: fc.boolean(),
  }),
  others: fc.subarray(['note', 'order_id', 'remarks, if any', 'said\nat table', 'a "b"']),
  /** Sort keys that shuffle the columns. */
  order: fc.array(bits, { minLength: 10, maxLength: 10 }),
  restaurants: names(4),
  dishes: names(12),
  customers: names(12),
  /** Appends a number to names, so that there are many. */
  hasManyNames: seldom,
  /** Gives the file restaurants and customers that no other file of the load has. */
  isApart: fc.constantFrom(false, true, true, true),
  blankLinesAbove: often<string[]>([], 3, fc.array(blankLine, { minLength: 1, maxLength: 4 })),
  headerStyle: bits,
  records: fc.oneof(
    { arbitrary: fc.array(record, { minLength: 1, maxLength: 8, size: 'max' }), weight: 3 },
    { arbitrary: fc.array(record, { minLength: 1, maxLength: 60, size: 'max' }), weight: 1 },
  ),
  /** The number of times that the records are written, with other names each time. */
  copies: often(1, 40, fc.integer({ min: 2, max: 200 })),
  unclosed: often<Unclosed | null>(null, 12, unclosed),
  hasLastBreak: fc.boolean(),
  /** The wanted bytes per chunk. Large files use more. */
  chunkBytes: fc.tuple(upTo(7), upTo(400)),
});
export type FilePlan = typeof filePlan extends fc.Arbitrary<infer T> ? T : never;
