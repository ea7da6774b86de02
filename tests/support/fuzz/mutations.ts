/** Mutates bytes as files are damaged in practice, and in ways that parsers handle badly. */
import type { Random } from './random';

type Bytes = Uint8Array<ArrayBuffer>;

/** The maximum size in bytes. Longer files make a load slow without testing more. */
const LONGEST = 64 * 1024;
const MOST_MUTATIONS = 4;

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text);

/** Tokens that a reader, the engine, the page or a spreadsheet could misread. */
const TOKENS: readonly Uint8Array[] = [
  ...['"', '""', "'", '|', ',', ';', '\t', '\n', '\r', '\r\n', '\n\n', ',,,', ' ', '\0', '\\'],
  ...[
    '\ufeff',
    '\u200b',
    '\u202e',
    '\u2028',
    '\u0085',
    '\u0300'.repeat(40),
    '👩‍👩‍👧',
    '￼',
    '\x1a',
    '\x7f',
  ],
  ...[
    '1e9',
    '-1',
    '(4.50)',
    '4,50',
    '1.234,56',
    '99999999.99',
    '100000000',
    'NaN',
    'Infinity',
    '٣',
  ],
  ...['0'.repeat(400), '9'.repeat(40), `${'1'.repeat(30)}.5`, '-0.005', '1_000', '€ 5', '0x10'],
  ...['__proto__', 'constructor', '=1+1', "'; DROP TABLE dish_sales; --", '<img src=x onerror=x>'],
  ...['restaurant_names', 'food_names,first_name', 'quantity', 'Total', 'price', '合計', 'null'],
  ...['<c t="s"><v>99999999</v></c>', '</row>', '<row r="1048577">', '<!--', '<![CDATA[', '&#x0;'],
  ...['&amp;', '<!ENTITY a "aa">', ' r="ZZZ9"', 'sheetData', ']]>', '<si/>', '%00'],
].map(bytesOf);

const RAW_TOKENS: readonly Uint8Array[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xc0, 0xaf],
  [0xe2, 0x80],
  [0x81],
  [0x1f, 0x8b, 0x08],
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x41, 0x52, 0x31],
  [0, 0, 0, 0],
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
  [0xff, 0xff, 0xff, 0x7f],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
].map((bytes) => Uint8Array.from(bytes));

/** Returns a damaged copy of the bytes. It can contain bytes of other files. */
type Mutate = (bytes: Bytes, random: Random, others: readonly Bytes[]) => Bytes;

const flipBits: Mutate = (bytes, random) => {
  const changed = bytes.slice();
  for (let times = random.length(16); times > 0 && changed.length > 0; times -= 1) {
    changed[random.below(changed.length)]! ^= 1 << random.below(8);
  }
  return changed;
};

const setBytes: Mutate = (bytes, random) => {
  const changed = bytes.slice();
  for (let times = random.length(8); times > 0 && changed.length > 0; times -= 1) {
    changed[random.below(changed.length)] = random.pick([
      0,
      1,
      0x7f,
      0x80,
      0xff,
      random.below(256),
    ]);
  }
  return changed;
};

const truncate: Mutate = (bytes, random) =>
  random.chance(0.5)
    ? bytes.slice(0, random.below(bytes.length + 1))
    : bytes.slice(random.below(bytes.length + 1));

const remove: Mutate = (bytes, random) => {
  const [start, end] = sliceOf(bytes, random);
  return joined(bytes.subarray(0, start), bytes.subarray(end));
};

const repeat: Mutate = (bytes, random) => {
  const [start, end] = sliceOf(bytes, random);
  const slice = bytes.subarray(start, end);
  const most = Math.max(1, Math.floor(LONGEST / Math.max(1, slice.length)));
  const times = random.length(Math.min(most, 300));
  const copies = Array.from({ length: times }, () => slice);
  return joined(bytes.subarray(0, end), ...copies, bytes.subarray(end));
};

const move: Mutate = (bytes, random) => {
  const [start, end] = sliceOf(bytes, random);
  const rest = joined(bytes.subarray(0, start), bytes.subarray(end));
  const at = random.below(rest.length + 1);
  return joined(rest.subarray(0, at), bytes.subarray(start, end), rest.subarray(at));
};

const insertToken: Mutate = (bytes, random) => {
  const token = random.pick(random.chance(0.7) ? TOKENS : RAW_TOKENS);
  const at = random.below(bytes.length + 1);
  const over = random.chance(0.3) ? token.length : 0;
  return joined(bytes.subarray(0, at), token, bytes.subarray(at + over));
};

/** Replaces every occurrence of one byte by another byte, for example commas by semicolons. */
const exchange: Mutate = (bytes, random) => {
  const signs = bytesOf(',;\t|"\'\n\r .0a');
  const [from, to] = [random.pick([...signs]), random.pick([...signs, 0])];
  return bytes.map((byte) => (byte === from ? to : byte));
};

const splice: Mutate = (bytes, random, others) => {
  const other = random.pick(others);
  const [start, end] = sliceOf(other, random);
  const at = random.below(bytes.length + 1);
  const until = random.chance(0.5) ? bytes.length : at;
  return joined(bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(until));
};

/** Decodes the bytes with a random encoding, and encodes the text as UTF-8 or UTF-16. */
const recode: Mutate = (bytes, random) => {
  const label = random.pick(['utf-8', 'windows-1252', 'shift_jis', 'utf-16le', 'gb18030']);
  const text = new TextDecoder(label).decode(bytes);
  if (random.chance(0.5)) return bytesOf(text);
  const units = new Uint8Array(text.length * 2);
  const isBig = random.chance(0.5);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    units[2 * index + (isBig ? 1 : 0)] = unit & 0xff;
    units[2 * index + (isBig ? 0 : 1)] = unit >> 8;
  }
  return units;
};

const MUTATIONS: readonly Mutate[] = [
  ...[flipBits, setBytes, insertToken, insertToken, insertToken, remove, repeat, move],
  ...[truncate, exchange, splice, splice, recode],
];

export function mutated(bytes: Bytes, random: Random, others: readonly Bytes[]): Bytes {
  let changed = bytes;
  for (let times = random.length(MOST_MUTATIONS); times > 0; times -= 1) {
    changed = random.pick(MUTATIONS)(changed, random, others).slice(0, LONGEST);
  }
  return changed;
}

function sliceOf(bytes: Bytes, random: Random): [start: number, end: number] {
  const length = random.length(Math.max(1, bytes.length));
  const start = random.below(Math.max(1, bytes.length - length + 1));
  return [start, Math.min(bytes.length, start + length)];
}

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
