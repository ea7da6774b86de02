import { afterEach, describe, expect, test } from 'vitest';
import { Failure, type FailureReport } from '../../src/domain/failure';
import type { FailureId, FailureValues } from '../../src/domain/failures';
import { inOneLine, inWords } from '../../src/i18n/failure-words';
import { provideLocale } from '../../src/i18n/locale';
import { LANGUAGES, type Language } from '../../src/i18n/messages';
import { en } from '../../src/i18n/messages/en';
import { ja } from '../../src/i18n/messages/ja';
import { sentencesOf, wordCount } from '../support/catalogue';

const CATALOGUES = { en, ja };

function speak(language: Language): void {
  provideLocale(() => ({ language, messages: CATALOGUES[language], currency: null }));
}

afterEach(() => {
  speak('en');
});

const header = { names: ['列甲', '', '列乙'], more: 9871 };
const reasons = [
  { reason: 'bad price', records: 41 },
  { reason: 'total row', records: 37 },
];

/**
 * Values for each failure. The values of one failure differ, so that each can be found in the
 * message.
 */
const VALUES: { readonly [Id in FailureId]: FailureValues<Id> } = {
  unexpected: undefined,
  'engine not downloaded': undefined,
  'page not downloaded': undefined,
  'sample not downloaded': undefined,
  'sample out of reach': undefined,
  'engine not started': undefined,
  'engine stopped': undefined,
  'engine lost': undefined,
  'out of memory': undefined,
  'reader stopped': undefined,
  'empty file': undefined,
  'other kind': { kind: 'PNG image', example: '店,皿' },
  'blank file': { bytes: 61, example: '店,皿' },
  'open quote in the header': { line: 71 },
  'no lines': { bytes: 62, example: '店,皿' },
  'no orders': { line: 72, header },
  'no known column': { line: 73, name: '街', example: '店,皿' },
  'bank statement': { line: 74, columns: 9874, header, example: '店,皿' },
  'unreadable file': undefined,
  'file changed': undefined,
  'unreadable workbook': undefined,
  'unreadable Parquet file': undefined,
  'other document': { document: 'Word' },
  'unopened archive': undefined,
  'archive too full': { files: 9876, most: 9875 },
  'archive without a table': undefined,
  'old or protected workbook': undefined,
  'workbook too large': { most: 63 },
  'empty workbook': { hasHidden: true },
  'empty sheet': undefined,
  'no plain column': undefined,
  'row group too large': { records: 51, bytes: 64 },
  'too many names': { names: 52 },
  'no records': undefined,
  'no record kept': { records: 78, reasons },
  'quote took all records': { line: 75, linesAfter: 33, records: 78, reasons },
  'unreadable folder': undefined,
  'file gone': undefined,
  'no leave to read': undefined,
  'folder without a table': {
    named: [
      { ending: '.甲', files: 21 },
      { ending: '.乙', files: 19 },
    ],
    others: 17,
    endings: ['.丙', '.丁'],
  },
  'folder too deep': { most: 53 },
  'folder too full': { most: 54 },
};

const IDS = Object.keys(VALUES) as FailureId[];

function reportOf(what: FailureId, values: unknown = VALUES[what]): FailureReport {
  return { fault: 'input', what, ...(values !== undefined && { with: values }) } as FailureReport;
}

const textOf = (report: FailureReport) => {
  const { title, hint } = inWords(report);
  return `${title} ${hint}`;
};

type Leaf = readonly [path: readonly string[], value: string | number | boolean];

function leavesOf(value: unknown, path: readonly string[] = []): Leaf[] {
  if (typeof value !== 'object' || value === null) {
    return value === undefined ? [] : [[path, value as string | number | boolean]];
  }
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
}

/** Returns a copy of the values with one of them replaced. */
function withAnother(values: unknown, [path, value]: Leaf): unknown {
  const copy = structuredClone(values) as Record<string, unknown>;
  const last = path.at(-1)!;
  const holder = path
    .slice(0, -1)
    .reduce((each, key) => each[key] as Record<string, unknown>, copy);
  if (typeof value === 'number') holder[last] = value + 5;
  else if (typeof value === 'boolean') holder[last] = !value;
  else holder[last] = OTHER[value] ?? '別';
  return copy;
}

/** The replacements for names from a fixed set. Any other text is replaced by 別. */
const OTHER: Readonly<Record<string, string>> = {
  'PNG image': 'JSON',
  Word: 'xlsb',
  'bad price': 'missing dish',
  'total row': 'missing price',
};

const NAMES_OF_TECHNIQUE =
  /\.?\b(CSV UTF-8|CSV|Excel|Word|PowerPoint|OpenDocument|LibreOffice|Apple|Numbers|Pages|Keynote|Parquet|ZIP|PDF|PNG|JPEG|GIF|SQLite|JSON|XML|BigQuery|xlsx|xlsb|xls|csv|tsv|txt|B)\b/gu;

describe.each(LANGUAGES)('the words of a failure in %s', (language) => {
  test.each(IDS)('%s', (what) => {
    speak(language);
    const text = textOf(reportOf(what));
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    for (const leaf of leavesOf(VALUES[what])) {
      const other = reportOf(what, withAnother(VALUES[what], leaf));
      expect(textOf(other), `${leaf[0].join('.')} is not said`).not.toBe(text);
    }
  });
});

test.each(IDS)('%s has no English sentence of more than 25 words', (what) => {
  for (const sentence of sentencesOf(textOf(reportOf(what)))) {
    expect(wordCount(sentence), sentence).toBeLessThanOrEqual(25);
  }
});

describe('in Japanese there is no English', () => {
  const inJapanese = (text: string) => {
    expect(text).toMatch(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u);
    expect(text.replace(NAMES_OF_TECHNIQUE, '')).not.toMatch(/[A-Za-z]/);
  };

  test.each(IDS)('%s', (what) => {
    speak('ja');
    const { title, hint } = inWords(reportOf(what));
    inJapanese(title);
    inJapanese(hint);
    expect(title).toMatch(/。$/);
    expect(hint).toMatch(/。$/);
  });

  test('in what a file is, and in why a record is rejected', () => {
    const { kinds, documents } = ja.failures;
    for (const word of [kinds, documents].flatMap((each) => Object.values(each))) inJapanese(word);
    for (const { name } of Object.values(ja.found.reasons)) inJapanese(name);
  });

  test('in the other branch of what has two', () => {
    speak('ja');
    inJapanese(textOf(reportOf('empty workbook', { hasHidden: false })));
    const quote = VALUES['quote took all records'];
    inJapanese(textOf(reportOf('quote took all records', { ...quote, linesAfter: 0 })));
    const empty = { ...VALUES['folder without a table'], named: [], others: 0 };
    inJapanese(textOf(reportOf('folder without a table', empty)));
  });
});

describe('where it happened', () => {
  const CASES: [FailureReport['where'], string | null, string | null][] = [
    [undefined, null, null],
    [{ file: 'a.csv' }, 'a.csv', 'a.csv'],
    [{ file: 'a.csv', line: 1234 }, 'a.csv, line 1234', 'a.csv、1234行目'],
    [
      { file: 'a.csv', line: 2, affectsLaterLines: true },
      'a.csv, line 2 and on',
      'a.csv、2行目以降',
    ],
    [{ file: 'a.xlsx', sheet: 'Nov' }, 'a.xlsx, sheet Nov', 'a.xlsx、シート「Nov」'],
    [{ files: ['a.csv', 'b.csv'] }, 'a.csv, b.csv', 'a.csv、b.csv'],
  ];
  test.each(CASES)('%j', (where, english, japanese) => {
    const report: FailureReport = { fault: 'input', what: 'no records', ...(where && { where }) };
    expect(inWords(report).where).toBe(english);
    speak('ja');
    expect(inWords(report).where).toBe(japanese);
  });
});

describe('files that were left out', () => {
  const refused: FailureReport[] = [
    { fault: 'input', what: 'empty file', where: { file: 'a.csv' } },
    { fault: 'input', what: 'empty file', where: { file: 'b.csv' } },
    { fault: 'input', what: 'empty sheet', where: { file: 'c.xlsx', sheet: 'Nov' } },
    { fault: 'input', what: 'unreadable file' },
    { fault: 'input', what: 'no records', where: { file: 'd.csv' } },
  ];
  const leftOut: FailureReport = { fault: 'input', what: 'files left out', with: { refused } };

  test('are counted and named, the first three reasons once each', () => {
    expect(inWords(leftOut)).toEqual({
      title: '5 files were not read; the others were.',
      where: 'a.csv; b.csv; c.xlsx, sheet Nov; d.csv',
      hint: 'This file is empty. This sheet is empty. This file could not be read.',
    });
    const one: FailureReport = { ...leftOut, with: { refused: refused.slice(0, 1) } };
    expect(inWords(one).title).toBe('One file was not read; the others were.');
  });

  test('in Japanese too', () => {
    speak('ja');
    expect(inWords(leftOut)).toEqual({
      title: '5個のファイルを読み込めませんでした。ほかのファイルは読み込みました。',
      where: 'a.csv；b.csv；c.xlsx、シート「Nov」；d.csv',
      hint: 'このファイルは空です。このシートは空です。このファイルを読み込めませんでした。',
    });
  });
});

test('the words follow the language, and the failure stays what it is', () => {
  const { report } = new Failure({ fault: 'input', what: 'empty file', where: { file: 'a.csv' } });
  expect(inOneLine(report)).toBe(
    'This file is empty. It has 0 bytes. Export it again, and drop the new file.',
  );
  speak('ja');
  expect(inOneLine(report)).toBe(
    'このファイルは空です。サイズは0バイトです。もう一度書き出して、新しいファイルをドロップしてください。',
  );
});

test('a reason that has no words is said as it is, whatever it is called', () => {
  const counts = [{ reason: 'constructor', records: 2 }];
  const report = reportOf('no record kept', { records: 2, reasons: counts });
  expect(inWords(report).hint).toContain('rejected: constructor (2).');
});

test.each(IDS)('%s crosses from a worker', (what) => {
  const { report } = new Failure(reportOf(what));
  const sent = structuredClone(report);
  expect(sent).toEqual(report);
  expect(inWords(sent)).toEqual(inWords(report));
});

test('a failure of a load’s left-out files does so too', () => {
  const refused = IDS.map((what) => reportOf(what));
  const report: FailureReport = { fault: 'input', what: 'files left out', with: { refused } };
  expect(inWords(structuredClone(report))).toEqual(inWords(report));
});

test('the message is for logs: what happened, with its values, its place and the details', () => {
  const failure = new Failure({
    fault: 'input',
    what: 'archive too full',
    with: { files: 20, most: 10 },
    where: { file: 'a.zip' },
    details: 'gone',
  });
  speak('ja');
  expect(failure.message).toBe('archive too full {"files":20,"most":10} in {"file":"a.zip"}: gone');
  expect(new Failure({ fault: 'input', what: 'empty file' }).message).toBe('empty file');
});

test('a value that is missing, wrong or too many does not compile', () => {
  const reports: FailureReport[] = [
    // @ts-expect-error no such failure
    { fault: 'input', what: 'something else' },
    // @ts-expect-error values are missing
    { fault: 'input', what: 'archive too full' },
    // @ts-expect-error one value is missing
    { fault: 'input', what: 'archive too full', with: { files: 1 } },
    // @ts-expect-error one value has the wrong type
    { fault: 'input', what: 'archive too full', with: { files: 1, most: '2' } },
    // @ts-expect-error the message does not take this value
    { fault: 'input', what: 'empty file', with: { files: 1 } },
  ];
  expect(reports).toHaveLength(5);
});
