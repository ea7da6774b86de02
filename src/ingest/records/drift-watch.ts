/**
 * Watches records whose number of columns differs from the header, to tell a changed file from a
 * few damaged lines.
 */
import type { Drift } from '../../domain/findings';
import type { TableHeader } from '../../domain/receipt';
import { perRole, ROLES, type PerRole, type Role } from '../../domain/roles';
import type { Chunk, MisshapenRecord } from './chunk';
import type { Columns, Layout } from '../layout/layout';
import { isNumber, type DecimalMark } from '../layout/numbers';
import { readRecord } from './record';

/** Consecutive records of one width that count as drift instead of damage. */
const MIN_RUN = 5;
const SAMPLE_RECORDS = 20;
const MAX_WIDTHS = 20;
/** The minimum score of the best candidate, and its minimum lead over the second best candidate. */
const GOOD_FIT = 0.8;
const CLEAR_LEAD = 0.1;

/** Returns whether any kept order line has this value in the role. */
export type IsKnown = (role: Role, value: string) => boolean;

interface WidthStats {
  records: number;
  firstLine: number;
  lastLine: number;
  /** The lengths of the current and of the longest run of consecutive records with this width. */
  run: number;
  longest: number;
  lastRecord: number;
  readonly sample: (readonly string[])[];
}

export class DriftWatch {
  readonly #layout: Layout;
  readonly #seen = new Map<number, WidthStats>();
  #records = 0;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  add(chunk: Chunk): void {
    for (const record of chunk.misshapen) {
      if (record.lines === 1 && record.reason !== 'unclosed quote') this.#add(record, chunk);
    }
    this.#records += chunk.counts.records;
  }

  values(): string[] {
    const samples = [...this.#seen.values()].filter(isDrift).flatMap(({ sample }) => sample);
    return [...new Set(samples.flat())];
  }

  #add({ columns, line, start, record }: MisshapenRecord, chunk: Chunk): void {
    const seen = this.#seen.get(columns) ?? this.#begin(columns, line);
    if (!seen) return;
    const number = this.#records + record;
    seen.run = seen.lastRecord === number - 1 ? seen.run + 1 : 1;
    seen.longest = Math.max(seen.longest, seen.run);
    seen.records += 1;
    seen.lastLine = line;
    seen.lastRecord = number;
    if (seen.sample.length >= SAMPLE_RECORDS) return;
    const { dialect } = this.#layout;
    seen.sample.push(readRecord(chunk.bytes, start, dialect, chunk.strayQuotes).fields);
  }

  #begin(columns: number, firstLine: number): WidthStats | null {
    if (this.#seen.size >= MAX_WIDTHS) return null;
    const seen: WidthStats = {
      records: 0,
      firstLine,
      lastLine: firstLine,
      run: 0,
      longest: 0,
      lastRecord: -2,
      sample: [],
    };
    this.#seen.set(columns, seen);
    return seen;
  }

  drifts(table: TableHeader, isKnown: IsKnown): Drift[] {
    const { decimalMark } = this.#layout;
    return [...this.#seen]
      .filter(([, seen]) => isDrift(seen))
      .map(([columns, { records, firstLine, lastLine, sample }]) => ({
        columns,
        records,
        firstLine,
        lastLine,
        table: bestFit(table, columns, sample, decimalMark, isKnown),
      }));
  }
}

function isDrift({ longest }: WidthStats): boolean {
  return longest >= MIN_RUN;
}

interface Candidate {
  readonly columns: Columns;
  readonly header: readonly string[];
  readonly score: number;
}

/**
 * Finds the header that fits the sample best, by inserting or removing columns. Returns null if a
 * column of a role is missing or the best fit is ambiguous.
 */
function bestFit(
  { header, columns, restaurant }: TableHeader,
  width: number,
  sample: readonly (readonly string[])[],
  decimalMark: DecimalMark,
  isKnown: IsKnown,
): TableHeader | null {
  const roles = ROLES.filter((role) => columns[role] !== undefined);
  const best = new Map<string, Candidate>();
  const narrower = Math.min(width, header.length);
  const change = Math.abs(width - header.length);
  // Starts at the end of the header, because a column is most likely added or removed there. Later
  // changes that give the roles the same columns are skipped.
  for (let at = narrower; at >= 0; at -= 1) {
    const { names, placeOf } =
      width > header.length ? inserted(header, at, change) : removed(header, at, change);
    const moved = roles.map((role) => [role, placeOf(columns[role]!)] as const);
    const present = moved.filter(([, column]) => column !== null);
    const own = Object.fromEntries(present) as Columns;
    const key = JSON.stringify(own);
    if (best.has(key)) continue;
    const fits = fitPerRole(own, sample, decimalMark, isKnown);
    const score = present.reduce((sum, [role]) => sum + fits[role], 0) / roles.length;
    best.set(key, { columns: own, header: names, score });
  }
  const [first, second] = [...best.values()].sort((a, b) => b.score - a.score);
  if (!first || first.score < GOOD_FIT) return null;
  if (second && first.score - second.score < CLEAR_LEAD) return null;
  const isComplete = roles.every((role) => first.columns[role] !== undefined);
  return isComplete ? { header: first.header, columns: first.columns, restaurant } : null;
}

function inserted(header: readonly string[], at: number, count: number) {
  const names = [...header.slice(0, at), ...new Array<string>(count).fill(''), ...header.slice(at)];
  return { names, placeOf: (column: number) => (column < at ? column : column + count) };
}

function removed(header: readonly string[], at: number, count: number) {
  const names = [...header.slice(0, at), ...header.slice(at + count)];
  const placeOf = (column: number) => {
    if (column < at) return column;
    return column < at + count ? null : column - count;
  };
  return { names, placeOf };
}

/** Share of sampled values that suit each role, from 0 to 1. */
function fitPerRole(
  columns: Columns,
  sample: readonly (readonly string[])[],
  decimalMark: DecimalMark,
  isKnown: IsKnown,
): PerRole<number> {
  return perRole((role) => {
    const column = columns[role];
    if (column === undefined || sample.length === 0) return 0;
    const points = sample.map((fields) => {
      const value = fields[column] ?? '';
      const isNumeric = isNumber(value, decimalMark);
      if (role === 'price' || role === 'quantity') return isNumeric ? 1 : 0;
      if (isKnown(role, value)) return 1;
      // An unknown text can be a new customer or dish, but a number cannot.
      return isNumeric || value.trim() === '' ? 0 : 0.5;
    });
    return points.reduce<number>((sum, point) => sum + point, 0) / sample.length;
  });
}
