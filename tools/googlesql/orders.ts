/** Orders for both engines: from the sample, from odd values, and from random hostile files. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Choice } from '../../src/ingest/layout/layout';
import { csvLine } from '../../src/exports/csv';
import { tablesOf } from '../../tests/support/engine';
import { writeFile } from '../../tests/support/random/files';
import { filePlan, type FilePlan } from '../../tests/support/random/plans';
import { SAMPLE } from '../../tests/support/sample';
import type { Orders } from './compare';

const HEADER = ['restaurant_names', 'food_names', 'first_name', 'food_cost', 'quantity'];

export async function ordersOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  choice?: Choice,
): Promise<Orders> {
  const texts = [header, ...rows].map((fields) => csvLine(fields));
  const [table] = await tablesOf([new File(texts, 'orders.csv')], choice);
  let line = 1;
  const placed = rows.map((fields, index) => {
    line += texts[index]!.match(/\r\n|\r|\n/g)!.length;
    return { line, fields };
  });
  return { table: table!, rows: placed };
}

export async function sampleOrders(lines: number): Promise<Orders> {
  const [header, ...rows] = readFileSync(SAMPLE, 'utf8')
    .split('\n')
    .slice(0, lines + 1)
    .map((line) => line.split(','));
  return ordersOf(header!, rows);
}

/** White space, control characters, and characters that look like white space. */
const AROUND = [
  ...[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003],
  ...[0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x200b, 0x2028, 0x2029, 0x202f],
  ...[0x205f, 0x3000, 0xfeff, 0x01, 0x07, 0x08, 0x0e, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x7f, 0x80],
  ...[0x84, 0x86, 0x9f, 0xad, 0x180e, 0x200c, 0x200d, 0x200e, 0x2060, 0x2800, 0x3164, 0xfffc],
].map((point) => String.fromCodePoint(point));

const NAMES = [
  ...[
    'Zoë',
    'Zoe\u0308',
    'ＡＢＣ',
    'が',
    'か\u3099',
    '\u1112\u1161\u11ab',
    '\u212b',
    'q\u0307\u0323',
  ],
  ...['ﬁ', '\u0344', '\u{1d15e}', '\u{10ffff}', '\uffee', '\u{1f355}', 'İ', 'ß', 'ǅ', '٣'],
  ...['=cmd()', '+1', '-1', '@x', '__proto__', 'constructor', '<img src=x onerror=alert(1)>'],
  ...["'; drop table names; --", 'a"b', "O'Neill", 'a\\b', '\\U0001F355', '%s', '{{x}}', 'NULL'],
  ...[
    'x'.repeat(300),
    'a, b; c',
    '',
    ' ',
    'Total',
    'TOTAL :',
    'total：',
    'Summe',
    '合計',
    'SUBTOTAL',
  ],
  ...['TOTAL GÉNÉRAL', 'Total Ge\u0301ne\u0301ral', 'Totals', 'totally', 'Grand  Total'],
];

const PRICES = [
  ...['1', '1.5', '1.005', '-1.005', '2.675', '0.125', '0.135', '1.0049999999999999999999999999'],
  ...['0.005', '-0.005', '-0.004', '.5', '4.', '.', '', ' ', '007.10', '+4.50', '4.50-', '(4.50)'],
  ...[
    '$4.50',
    '-$4.50',
    '$(4.50)',
    '4.50 €',
    '￥１，２３４．５０',
    '（４．５０）',
    '－４',
    '¤4',
    '₿4',
  ],
  ...['1 234.50', '1,234.50', '12,345,678.90', '1,23', '12,34.5', '1,2345', ',123', '1,,234'],
  ...['99999999.994', '99999999.995', '-99999999.995', '100000000', '9'.repeat(60), '0'.repeat(50)],
  ...[`0.${'9'.repeat(60)}`, `${'0'.repeat(40)}4.5`, '1e3', '1_000', 'NaN', 'Infinity', '0x10'],
  ...['--4', '-4-', '4+', '(-4)', '(4', '4)', '()', '-', '1.2.3', '4.50 EUR', '½', '٣', '−4', "'4"],
];

const QUANTITIES = [
  ...[
    '1',
    '2',
    '-2',
    '+2',
    '0',
    '-0',
    '2.00',
    '2.',
    '.0',
    '2.5',
    '0001',
    '1,000',
    '10,00',
    '1000000',
  ],
  ...[
    '-1000000',
    '1000001',
    '9'.repeat(40),
    '',
    ' ',
    ' ３ ',
    '3-',
    '(3)',
    '$2',
    'two',
    '1e3',
    '+',
    '.',
  ],
];

const CYCLES = [NAMES, PRICES, QUANTITIES];

/** Values that decide whether a row is an order: empty, a word such as 'Total', or a name. */
const JUDGED = ['', '\u0001', 'Total', 'TOTAL :', '合計：', 'Zaphod'];

/**
 * Rows with one odd value among good values, rows with several odd values, and rows with all
 * combinations of JUDGED.
 */
export async function oddOrders(): Promise<Orders> {
  const good = ['Milliways', 'Pan-galactic dish', 'Zaphod', '4.20', '1'];
  const alone = [
    ...[0, 1, 2].flatMap((column) =>
      [...NAMES, ...AROUND.flatMap((odd) => [odd, `a${odd}b`, `${odd}c d${odd}`])].map(
        (text) => [column, text] as const,
      ),
    ),
    ...[...PRICES, ...AROUND.map((odd) => `1${odd}2.5`)].map((text) => [3, text] as const),
    ...[...QUANTITIES, ...AROUND.map((odd) => `${odd}1${odd}`)].map((text) => [4, text] as const),
  ].map(([column, text]) => good.with(column, text));
  const together = Array.from({ length: 600 }, (_, index) =>
    good.map((_value, column) => {
      const values = CYCLES[Math.max(0, column - 2)]!;
      return values[(index * (column + 3) + Math.floor(index / 7)) % values.length]!;
    }),
  );
  const judged = JUDGED.flatMap((restaurant) =>
    JUDGED.flatMap((dish) =>
      JUDGED.map((customer, index) => {
        const price = ['1.5', '1.5', 'free', ''][(index + dish.length) % 4]!;
        return [restaurant, dish, customer, price, index % 3 === 2 ? 'two' : '2'];
      }),
    ),
  );
  return ordersOf(HEADER, [...alone, ...together, ...judged], {
    decimalMark: '.',
    quote: 0x22,
    delimiter: 0x2c,
  });
}

const TOTALS = ['Total', 'TOTAL:', ' Summe ', '合計：', 'Total Général', 'subtotal'];

/** One plan gives only a short file, so several plans are joined. */
const PLANS_PER_FILE = 12;

/** Random files in every encoding and CSV dialect, some with total rows. */
export async function randomOrders(seed: number, files: number): Promise<Orders[]> {
  const plans = fc.sample(filePlan, { seed, numRuns: files * PLANS_PER_FILE });
  return Promise.all(
    Array.from({ length: files }, async (_, place) => {
      const own = plans.slice(place * PLANS_PER_FILE, (place + 1) * PLANS_PER_FILE);
      const file = writeFile(joined(own, place), place);
      const rows = file.records.flatMap((record) =>
        // BigQuery does not load rows with too few or too many fields.
        'values' in record
          ? [{ line: record.line, fields: record.values.map(({ text }) => text) }]
          : [],
      );
      const [table] = await tablesOf([file.file], file.choice);
      return { table: table!, rows };
    }),
  );
}

/** The first plan, with the names and records of all plans and with words such as 'Total'. */
function joined(plans: readonly FilePlan[], place: number): FilePlan {
  const total = (shift: number) => TOTALS[(place + shift) % TOTALS.length]!;
  return {
    ...plans[0]!,
    copies: 1,
    unclosed: null,
    restaurants: [...plans.flatMap(({ restaurants }) => restaurants), total(0)],
    dishes: [...plans.flatMap(({ dishes }) => dishes), total(0), total(1)],
    customers: [...plans.flatMap(({ customers }) => customers), total(1), total(2), total(3)],
    records: plans.flatMap(({ records }) => records),
  };
}
