/** A failure in the language of the page: to be asked for where it is shown, for that changes. */
import type { FailureReport, Where } from '../domain/failure';
import type { FailureId, FailureValues, PlainFailureId } from '../domain/failures';
import { clip, formatBytes, formatCount } from './format';
import { messages } from './locale';

/** How the values of a failure are written. */
export interface Writer {
  count(value: number): string;
  bytes(value: number): string;
  /** Why a record was rejected, from its name in rejected_rows.csv. */
  reason(name: string): string;
}

type Sentence<Id extends FailureId> = Id extends PlainFailureId
  ? string
  : string | ((values: FailureValues<Id>, write: Writer) => string);

/** The sentences of a language: what is wrong, and what to do. */
export type FailureSentences = {
  readonly [Id in FailureId]: { readonly title: Sentence<Id>; readonly hint: Sentence<Id> };
};

export interface FailureWords {
  /** What is wrong, in a sentence. */
  readonly title: string;
  /** The file, and within it the line or the sheet; null where there is no place. */
  readonly where: string | null;
  /** What the user can do about it. */
  readonly hint: string;
}

/** Of a name, so that the line after it is still told. */
const LONGEST_FILE = 120;

/** Of files that were left out, so many reasons are told. */
const MOST_REASONS = 3;

const WRITER: Writer = {
  count: formatCount,
  bytes: formatBytes,
  reason: (name) => new Map(Object.entries(messages().found.reasons)).get(name)?.name ?? name,
};

export function inWords(report: FailureReport): FailureWords {
  if (report.what === 'files left out') return leftOutInWords(report.with.refused);
  const { title, hint } = messages().failures.what[report.what];
  return {
    title: say(title, report.with),
    where: report.where ? placeInWords(report.where) : null,
    hint: say(hint, report.with),
  };
}

/** What is wrong and what can be done, in a row. */
export function inOneLine(report: FailureReport): string {
  const { title, hint } = inWords(report);
  return messages().failures.together([title, hint]);
}

function leftOutInWords(refused: readonly FailureReport[]): FailureWords {
  const { leftOut, together } = messages().failures;
  const each = refused.map(inWords);
  return {
    title: leftOut.title(refused.length),
    where: leftOut.where(each.flatMap(({ where }) => where ?? [])),
    hint: together([...new Set(each.map(({ title }) => title))].slice(0, MOST_REASONS)),
  };
}

function placeInWords(where: Where): string {
  const words = messages().failures.where;
  if ('files' in where) return words.files(where.files.map((file) => clip(file, LONGEST_FILE)));
  const { line, affectsLaterLines = false, sheet } = where;
  const file = clip(where.file, LONGEST_FILE);
  if (sheet !== undefined) return words.sheet(file, clip(sheet, LONGEST_FILE));
  if (line === undefined) return file;
  return affectsLaterLines ? words.lineAndOn(file, line) : words.line(file, line);
}

/** A report's values are those that its words take: their types are made from each other. */
function say(said: string | ((values: never, write: Writer) => string), values: unknown): string {
  return typeof said === 'string' ? said : said(values as never, WRITER);
}
