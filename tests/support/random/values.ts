/**
 * Raw values of order lines, valid and invalid. No value is a word such as "Total" that marks a
 * total row.
 */
import fc from 'fast-check';

const ODD_SPACES = [
  '\u00a0',
  '\u3000',
  '\u2003 ',
  ' \t',
  '\u200b',
  '\ufeff',
  '\u0085',
  '\u2028\u205f',
];

const HOSTILE = [
  '寿司 ヤマ',
  'が',
  '한식',
  '🍕 & 👩‍🍳',
  'Zoë',
  'Zoe\u0308',
  'q\u0307\u0323',
  '\u212bngström',
  '=cmd()',
  '+1',
  '-1',
  '@x',
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  "'; drop table names; --",
  '\u202e\u05d0\u05d1 abc',
  'a"b""c',
  '"',
  '""',
  "'",
  ',;\t|',
  'a\nb',
  'a\r\n\r\nb',
  '\r',
  'a  b',
  ' a',
  'a ',
  '\u200b',
  'B\u0007ob',
  'a \u0001 b',
  'null',
  '\u{10ffff}',
  '\uffee',
  'x'.repeat(200),
];

const UNITS = [
  ...'abZ019éßİΩ寿司ｱ"\',;|=-<\\ \t\n\r',
  '\r\n',
  'e\u0301',
  'か\u3099',
  '\u1112\u1161\u11ab',
  '🍕',
  '\u05d0',
  '\u202e',
  '\u200d',
  '\u0000',
  '\u009f',
  ...ODD_SPACES,
];

export const name: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom('Ann', 'bean-juice-stand', 'the-ice-cream-parlor'), weight: 2 },
  { arbitrary: fc.constantFrom(...HOSTILE), weight: 3 },
  { arbitrary: fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 8 }), weight: 3 },
);

/** The same name as another till could write it. */
export function respelt(text: string, choice: number): string {
  const space = ODD_SPACES[(choice >>> 4) % ODD_SPACES.length]!;
  switch (choice % 16) {
    case 8:
      return text.normalize('NFD');
    case 9:
      return `${space}${text}${space}`;
    case 10:
      return text.replaceAll(' ', ` ${space} `);
    case 11:
      return `\u0001${text}`;
    case 12:
      return `${text}\u0301`;
    case 13:
      return `${text} `;
    default:
      return text;
  }
}

/**
 * A number written with a decimal point. If `isTurned` is false, the point stays even in files with
 * decimal commas, where the number is then wrong.
 */
interface WrittenNumber {
  readonly text: string;
  readonly isTurned: boolean;
}

const AMOUNT = fc
  .record({
    whole: fc.noBias(
      fc.oneof(
        { arbitrary: fc.nat(30), weight: 12 },
        { arbitrary: fc.nat(9999), weight: 2 },
        fc.nat(99_999_999),
        fc.integer({ min: 99_999_990, max: 100_000_010 }),
      ),
    ),
    fraction: fc.oneof(
      { arbitrary: fc.constantFrom('.5', '.50', '.00', '', '.'), weight: 4 },
      fc.constantFrom('.005', '.015', '.025', '.995', '.994999', '.9949999999999', '.0050000'),
      fc.noBias(fc.nat(999_999)).map((digits) => `.${String(digits)}`),
    ),
    isGrouped: fc.boolean(),
    isWide: fc.constantFrom(false, false, false, false, false, false, true),
    around: fc.oneof(
      { arbitrary: fc.constant('#'), weight: 14 },
      { arbitrary: fc.constantFrom(' # ', '\u3000#', '#\u200b', '（#）', '－#', '#\n'), weight: 1 },
      { arbitrary: fc.constantFrom('(#', '#)', '--#', '#%', '#.#', '#e1', '-#-'), weight: 1 },
      fc.constantFrom('-#', '(#)', '#-', '+#', '00#', '$#', '# €', '￥#', '-£#', '$(#)', '₹ -#'),
    ),
  })
  .map(({ whole, fraction, isGrouped, isWide, around }) => {
    const digits = String(whole);
    const grouped = isGrouped ? digits.replace(/\B(?=(?:\d{3})+$)/g, ',') : digits;
    const text = around.replaceAll('#', grouped + fraction);
    return isWide ? text.replace(/[0-9.,]/g, wideOf) : text;
  });

const ODD_PRICES = fc.constantFrom(
  ...['', ' ', '$', '\u200b', 'free', '1e3', '1_000', 'NaN', 'Infinity', '0x10', '-', '.', '()'],
  ...['.5', '-.5', '-0', '-0.004', '-0.005', '1.2.3', '4.50 EUR', '4;50', '1 1/2', '½', '٣', '−4'],
  ...['1,23', '12,34.5', '1,2345', ',123', '1,,234', '1,234,567.895', '4\u0000', '4+', '(-4)'],
  ...['1.005', '2.675', '-1.005', '99999999.994', '99999999.995', '-99999999.995', '100000000'],
  ...['9'.repeat(40), `0.${'9'.repeat(40)}`, `${'0'.repeat(40)}4.5`, '1 234.5', '1 2 . 5', '"4"'],
);

function written(text: fc.Arbitrary<string>): fc.Arbitrary<WrittenNumber> {
  return fc.record({ text, isTurned: fc.constantFrom(...Array<boolean>(12).fill(true), false) });
}

export const price = written(
  fc.oneof({ arbitrary: AMOUNT, weight: 12 }, { arbitrary: ODD_PRICES, weight: 1 }),
);

export const quantity = written(
  fc.oneof(
    { arbitrary: fc.integer({ min: 1, max: 4 }).map(String), weight: 12 },
    fc.integer({ min: -1_000_002, max: 1_000_002 }).map(String),
    fc.constantFrom(
      ...['', ' ', '0', '-0', '+2', ' ３ ', '2.00', '2.', '.0', '2.5', '0001', '1,000', '10,00'],
      ...['3-', '(3)', '$2', 'two', '1e3', '9'.repeat(30)],
      ...['1000000', '-1000000', '1000001', '-1000001'],
    ),
  ),
);

export function withMark({ text, isTurned }: WrittenNumber, mark: '.' | ','): string {
  if (mark === '.' || !isTurned) return text;
  return text.replace(/[.,．，]/g, (each) => TURNED[each]!);
}

const TURNED: Readonly<Record<string, string>> = { '.': ',', ',': '.', '．': '，', '，': '．' };

function wideOf(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
}
