/** Tests that the Japanese texts about a file contain no English word, except names. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DELIMITERS,
  ENCODINGS,
  QUOTES,
  type Columns,
  type Layout,
} from '../../src/ingest/layout/layout';
import type { Findings } from '../../src/domain/findings';
import { provideLocale } from '../../src/i18n/locale';
import { en } from '../../src/i18n/messages/en';
import { ja } from '../../src/i18n/messages/ja';
import { ROLES } from '../../src/domain/roles';
import type { CheckName, Hints } from '../../src/sql/tables';
import type { LoadedTable, Phase } from '../../src/state/phase';
import { wordsOf } from '../../src/ui/receipt/checks';
import {
  delimiterLabel,
  encodingLabel,
  outcomeOf,
  quoteLabel,
  readAs,
  columnsByRole,
} from '../../src/ui/files/file-words';
import { hintsOf } from '../../src/ui/receipt/hints';
import { noticesOf } from '../../src/ui/receipt/notices';
import { paceOf } from '../../src/ui/shell/pace';
import { cellsOf } from '../../src/ui/files/paste';
import { wordsOfReason } from '../../src/ui/receipt/reason-words';
import { cellsOf as cellsOfReject, rolesOf } from '../../src/ui/receipt/reject-cells';
import { statusOf } from '../../src/ui/shell/status';
import { tidiedOf } from '../../src/ui/receipt/tidied';
import { csvSource } from '../support/engine';
import { NO_REJECTS } from '../support/rejects';
import { layoutOf } from '../support/scan';
import { NO_FINDINGS } from '../support/stage';

beforeAll(() => {
  provideLocale(() => ({ language: 'ja', messages: ja, currency: null }));
});
afterAll(() => {
  provideLocale(() => ({ language: 'en', messages: en, currency: null }));
});

/** Names from the data are Greek here, so that every Latin letter is an untranslated word. */
const NAME = 'Ταβέρνα';
const FILE = 'nov.csv';

const TECHNICAL =
  /CSV|TSV|UTF-\d+( [LB]E)?|Shift_JIS|EUC-(JP|KR)|GBK|Windows-1252|ZIP|gzip|Excel|Parquet|DuckDB|BigQuery|[KMG]?B\b|[a-z_]+\.(csv|xlsx|tsv)|\.xlsx|raw_line/g;

function expectJapanese(said: string): void {
  expect(said.replace(TECHNICAL, ''), said).not.toMatch(/[A-Za-z]/);
  expect(said.replaceAll(NAME, ''), said).not.toMatch(/undefined|NaN/);
}

/** Checks that a text contains no English word and at least one Japanese character. */
function expectWords(said: string): void {
  expectJapanese(said);
  expect(said).toMatch(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u);
}

function tableWith(findings: Partial<Findings>, layout: Partial<Layout> = {}): LoadedTable {
  return {
    source: csvSource('', FILE),
    layout: { ...layoutOf(), header: [NAME, NAME], ...layout },
    id: 7,
    receipt: {
      ...{ lines: 100, headerLines: 1, blankLines: 0, recordLines: 99 },
      ...{ read: 99, kept: 99, rejected: 0 },
    },
    rejects: NO_REJECTS,
    revenue: 12_345n,
    findings: { ...NO_FINDINGS, ...findings },
  };
}

describe('notices', () => {
  const unclosed = (line: number, linesAfter = 9) => ({ line, linesAfter });
  const drift = { columns: 3, records: 50, firstLine: 51, lastLine: 100, table: null };
  const table = { header: [NAME, NAME, NAME], columns: { dish: 0 }, restaurant: null };
  const header = (line: number, kind: 'same' | 'other' | 'unmatched') =>
    ({ line, kind, missing: kind === 'unmatched' ? ROLES : [] }) as const;
  const total = (line: number, price: bigint | null) => ({ line, label: NAME, price });
  const totals = (...first: ReturnType<typeof total>[]) => ({
    totals: { count: first.length, first },
  });

  test.each<[string, Partial<Findings>, Partial<Layout>?]>([
    ['a quote', { unclosedQuotes: { count: 1, first: [unclosed(12)] } }],
    ['a quote at the end', { unclosedQuotes: { count: 1, first: [unclosed(100, 0)] } }],
    [
      'many quotes',
      { unclosedQuotes: { count: 40, first: [1, 2, 3, 4].map((line) => unclosed(line)) } },
    ],
    [
      'quotes that are text',
      { unclosedQuotes: { count: 1, first: [unclosed(1)] } },
      { strayQuotesAreText: true },
    ],
    ['a column more', { drifts: [drift] }],
    ['a column less', { drifts: [{ ...drift, columns: 1, lastLine: 99, table }] }],
    ['a header that lacks all', { headers: { count: 1, first: [header(7, 'unmatched')] } }],
    ['another header', { headers: { count: 1, first: [header(7, 'other')] } }],
    ['the header again', { headers: { count: 1, first: [header(7, 'same')] } }],
    [
      'the header again and again',
      { headers: { count: 50, first: [5, 9, 12, 15].map((line) => header(line, 'same')) } },
    ],
    ['a total that agrees', totals(total(100, 12_345n))],
    ['a total that does not', totals(total(100, 1n))],
    ['a total without an amount', totals(total(100, null))],
    ['many totals', totals(...[1, 2, 3, 4].map((line) => total(line, 1n)))],
  ])('%s', (_, findings, layout) => {
    const notices = noticesOf(tableWith(findings, layout));
    expect(notices).not.toEqual([]);
    for (const { text, act } of notices) {
      expectWords(text);
      if (act) expectWords(act.label);
    }
  });
});

test('hints', () => {
  const alike = (role: string, differing_in: string) =>
    [1, 2].map((lines) => ({
      role,
      place: 1,
      name: NAME,
      lines,
      names: 3,
      differing_in,
      hints: 1,
    }));
  const hints: Hints = {
    outlyingPrices: [
      {
        ...{ dish: NAME, source: 7, line: 1090, hints: 1, lines: 2, usual_lines: 100 },
        ...{ least_price: 45000n, greatest_price: 48000n },
        ...{ least_usual_price: 450n, greatest_usual_price: 450n },
      },
    ],
    smallRestaurants: [{ restaurant: NAME, lines: 1, average_lines: 1250, hints: 1 }],
    alikeNames: [
      ...alike('restaurant', 'case'),
      ...alike('dish', ''),
      ...alike('customer', 'case width accents'),
    ],
  };
  const line = { line: 18, times: 310, restaurant: NAME, dish: NAME, customer: NAME };
  const repeats = [
    { ...line, price: 150n },
    { ...line, price: null },
  ];
  const kinds = hintsOf({ hints, tables: [tableWith({ repeats })] });
  expect(kinds).toHaveLength(6);
  for (const { title, sentences } of kinds) {
    expectWords(title);
    expect(sentences).not.toEqual([]);
    for (const text of sentences) {
      expectWords(text.map((part) => (typeof part === 'string' ? part : '')).join(''));
    }
  }
});

test('checks', () => {
  for (const name of Object.keys(en.found.checks.rules) as CheckName[]) {
    const { rule, whatToDo } = wordsOf({ name, offences: [] });
    expectWords(rule);
    expectWords(whatToDo);
  }
});

test('every rejection reason with its advice', () => {
  const models = readdirSync('src/sql/staging', { encoding: 'utf8' }).map((file) =>
    readFileSync(`src/sql/staging/${file}`, 'utf8'),
  );
  const code = [...models, readFileSync('src/ingest/records/chunk.ts', 'utf8')].join('\n');
  const known = Object.keys(en.found.reasons);
  // Reasons appear literally in the code, except some such as `missing restaurant`, which the code
  // concatenates.
  const named = [...code.matchAll(/'((?:missing|bad|too|invalid|unclosed|total) [a-z ]+[a-z])'/g)];
  expect(named.length).toBeGreaterThan(5);
  for (const [, reason] of named) expect(known).toContain(reason);
  for (const reason of known) {
    const { name, advice } = wordsOfReason(reason);
    expect(name).not.toBe(reason);
    expectWords(name);
    expectWords(advice);
  }
});

test('the columns of rejected records', () => {
  const columns = Object.fromEntries(ROLES.map((role, index) => [role, index])) as Columns;
  const table = { header: ROLES, columns, restaurant: null };
  const reject = {
    ...{ source: FILE, line: 2, reasons: 'missing dish' },
    record: { table, fields: ROLES.map(() => '') },
  };
  const roles = rolesOf([reject]);
  expect(roles).toHaveLength(ROLES.length);
  for (const { label } of roles) expectWords(label);
  for (const cell of cellsOfReject(reject, roles)) expectWords(cell);
});

test('tidied values', () => {
  const kinds = (['trimmed', 'rounded', 'refund', 'zero'] as const).map((kind) => ({
    ...{ kind, values: 2 },
    examples: [{ line: 2, raw: NAME, clean: null }],
  }));
  for (const { words } of tidiedOf([tableWith({ tidied: kinds })])) expectWords(words);
});

describe('how a file is read', () => {
  test('the options', () => {
    for (const encoding of ENCODINGS) expectJapanese(encodingLabel(encoding));
    for (const delimiter of DELIMITERS) expectWords(delimiterLabel(delimiter));
    for (const quote of QUOTES) expectWords(quoteLabel(quote));
  });

  test('the columns by role and other settings', () => {
    const layout: Layout = {
      ...layoutOf(),
      ...{ header: [NAME], columns: { price: 3, quantity: 4 }, headerLine: null },
      ...{ priceIs: 'line total', decimalMark: ',', encoding: 'shift_jis' },
      strayQuotesAreText: true,
      otherTables: [{ header: [NAME], columns: {}, restaurant: null }],
    };
    for (const { label, column } of columnsByRole(layout)) {
      expectWords(label);
      if (column !== null) expectWords(column);
    }
    for (const words of readAs(layout)) expectWords(words);
    for (const words of readAs({ ...layout, headerLine: 3 })) expectWords(words);
  });

  test.each<[Columns]>([
    [{}],
    [{ dish: 0 }],
    [{ customer: 1 }],
    [{ dish: 0, customer: 1, price: 2 }],
  ])('what the columns %j give', (columns) => {
    expectWords(outcomeOf(columns));
  });
});

test('every phase', () => {
  const sources = [FILE, FILE];
  const progress = { readBytes: 50, totalBytes: 100 };
  const phases = [
    { name: 'idle' },
    { name: 'working', sources, step: { name: 'engine', progress: null } },
    { name: 'working', sources, step: { name: 'reading', progress: null } },
    { name: 'working', sources, step: { name: 'reading', progress } },
    { name: 'mapping', purpose: 'open' },
    { name: 'mapping', purpose: 'change' },
    { name: 'placing' },
    { name: 'ready', shown: { dataset: { receipt: { read: 9, kept: 8, rejected: 1 } } } },
    { name: 'failed' },
  ] as unknown as Phase[];
  for (const phase of phases) expectWords(statusOf(phase));
});

test.each([
  [10, 100, 2, '毎秒 5.0 MB、残り約20秒'],
  [500, 5500, 5, '毎秒 100 MB、残り約50秒'],
  [500, 12_600, 5, '毎秒 100 MB、残り約3分'],
  [10, 80_000, 1.6, '毎秒 6.3 MB、残り約3時間34分'],
  [10, 36_010, 2, '毎秒 5.0 MB、残り約2時間'],
])('the pace at %d of %d MB in %d seconds', (read, total, seconds, words) => {
  const MB = 1_000_000;
  const progress = { readBytes: read * MB, totalBytes: total * MB, elapsedMs: seconds * 1000 };
  expect(paceOf(progress)).toBe(words);
});

test('pasted cells', () => {
  expectWords(cellsOf('a\tb')!.name.replace('.tsv', ''));
});

/** Only screens call these functions, so the test calls them with sample values. */
test('texts that only screens use', () => {
  const { files, checks, hints, rejected } = ja.receipt;
  const said = [
    files.total(2, '7.6 MB', '1', null),
    files.total(2, '7.6 MB', '1', '2'),
    files.sheet(NAME),
    files.changed('1'),
    files.changeOf(FILE),
    files.removeOf(FILE),
    ja.receipt.lines(4, 1, 1, 2),
    ja.receipt.exampleOf(2, NAME, NAME),
    checks.allHold(9),
    checks.someHold(3, 9),
    checks.broken(NAME, 100, true),
    checks.more(2),
    hints.summary(2),
    hints.more(2),
    rejected.title(2),
    rejected.caption(NAME),
    ja.screens.download('restaurant_stats.csv'),
    ja.screens.progress.making('1 MB', '2 MB', 10),
    ja.screens.progress.starting('1 MB', '2 MB'),
    ja.questions.loadedAlready(FILE),
    ja.questions.placing.offer(FILE, 2),
    ja.questions.columns.notShown(3),
    ja.questions.outcome.unreadable(1, 2),
  ];
  for (const words of said) expectWords(words);
  expect(ja.screens.download('restaurant_stats.csv')).toBe('restaurant_stats.csv をダウンロード');
});
