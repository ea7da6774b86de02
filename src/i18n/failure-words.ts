/**
 * Turns failures into words in the page's language. Call these functions when a failure is shown,
 * because the language can change.
 */
import type { FailureReport, Where } from '../domain/failure';
import type { FailureId, FailureValues, PlainFailureId } from '../domain/failures';
import { clip, formatBytes, formatCount } from './format';
import { messages } from './locale';

/** Formats values in the sentences about a failure. */
export interface Writer {
  count(value: number): string;
  bytes(value: number): string;
  /** Returns the words for a rejection reason, given its name in rejected_rows.csv. */
  reason(name: string): string;
}

type Sentence<Id extends FailureId> = Id extends PlainFailureId
  ? string
  : string | ((values: FailureValues<Id>, write: Writer) => string);

/** The sentences about all failures, in one language. */
export type FailureSentences = {
  readonly [Id in FailureId]: { readonly title: Sentence<Id>; readonly hint: Sentence<Id> };
};

export interface FailureWords {
  /** What went wrong. */
  readonly title: string;
  /** The file, and the line or sheet if known; null if the failure has no place. */
  readonly where: string | null;
  /** What the user can do about it. */
  readonly hint: string;
}

/** The most characters shown of a file name, so that the line number after it stays visible. */
const LONGEST_FILE = 120;

/** The most reasons shown for files that could not be read. */
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
    title: fillIn(title, report.with),
    where: report.where ? placeInWords(report.where) : null,
    hint: fillIn(hint, report.with),
  };
}

/** Joins the title and the hint of a failure. */
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

/** The cast is safe: `FailureSentences` types the values of each failure. */
function fillIn(
  sentence: string | ((values: never, write: Writer) => string),
  values: unknown,
): string {
  return typeof sentence === 'string' ? sentence : sentence(values as never, WRITER);
}
