/** Random files with their expected records, which are known from writing and not from reading. */
import type { Choice } from '../../../src/ingest/layout/layout';
import type { RawValue, Reading } from '../reference-judging';
import {
  breakAfter,
  countBreaks,
  field,
  isBlankLine,
  openField,
  writable,
  type WrittenDialect,
  type WrittenField,
} from './dialect';
import { encode, shown } from './encodings';
import type { FilePlan, Unclosed } from './plans';
import { columnsOf, recordFields, type WrittenColumn } from './records';

/** The physical line where a record starts, and the number of lines it covers. */
interface ExpectedPlace {
  readonly line: number;
  readonly lines: number;
}

export interface ExpectedOrderLine extends ExpectedPlace {
  readonly values: readonly RawValue[];
}

/** A record that has no values, because its columns cannot be told apart. */
export interface ExpectedMisshapen extends ExpectedPlace {
  readonly reason: 'too few columns' | 'too many columns' | 'unclosed quote';
  readonly rawLine: string;
}

export type ExpectedRecord = ExpectedOrderLine | ExpectedMisshapen;

export interface WrittenFile {
  readonly file: File;
  /** The decoded text, which is shown if a test fails. */
  readonly text: string;
  readonly choice: Choice;
  readonly reading: Reading;
  readonly header: readonly string[];
  readonly columns: readonly WrittenColumn[];
  readonly lines: number;
  readonly headerLines: number;
  readonly blankLines: number;
  readonly records: readonly ExpectedRecord[];
}

const NAMED_RESTAURANT = ' Chez\u00a0 Zoe\u0308 ';

/** Writes a planned file. `place` is its index among the files loaded together. */
export function writeFile(plan: FilePlan, place: number): WrittenFile {
  const { dialect, decimalMark, isLineTotal } = plan;
  const writer = new Writer(dialect);
  const columns = columnsOf(plan);
  for (const blank of plan.blankLinesAbove) writer.blankLine(blank, plan.headerStyle);
  const headerLine = writer.line;
  writer.header(columns, plan.headerStyle);
  const total = plan.records.length * plan.copies;
  for (let index = 0; index < total; index += 1) {
    const record = plan.records[index % plan.records.length]!;
    for (const blank of record.blankLinesAbove) writer.blankLine(blank, record.style);
    const isLast = index === total - 1 && !plan.unclosed;
    const fields = recordFields(plan, columns, index, place);
    writer.record(fields, columns.length, record.style, plan.hasLastBreak || !isLast);
  }
  if (plan.unclosed) writer.unclosed(plan.unclosed, columns.length);
  const name = `orders ${String(place)}.csv`;
  const restaurant = plan.isApart ? `${NAMED_RESTAURANT} ${String(place)}` : NAMED_RESTAURANT;
  return {
    file: new File([encode(writer.text, dialect.encoding, plan.hasMark)], name),
    text: writer.text,
    choice: {
      encoding: dialect.encoding,
      delimiter: dialect.delimiter.charCodeAt(0),
      quote: dialect.quote?.charCodeAt(0) ?? -1,
      headerLine,
      columns: Object.fromEntries(
        columns.flatMap(({ role }, column) => (role === null ? [] : [[role, column]])),
      ),
      decimalMark,
      priceIs: isLineTotal ? 'line total' : 'unit price',
      restaurant,
    },
    reading: { mark: decimalMark, isLineTotal, restaurant },
    header: columns.map((column) => column.name),
    columns,
    lines: writer.line - 1,
    headerLines: writer.headerLines,
    blankLines: writer.blankLines,
    records: writer.records,
  };
}

class Writer {
  readonly #dialect: WrittenDialect;
  readonly records: ExpectedRecord[] = [];
  readonly #parts: string[] = [];
  #lastBreak = '';
  /** The next physical line; the first is 1. */
  line = 1;
  headerLines = 0;
  blankLines = 0;

  constructor(dialect: WrittenDialect) {
    this.#dialect = dialect;
  }

  get text(): string {
    return this.#parts.join('');
  }

  blankLine(spaces: string, style: number): void {
    // If the delimiter is a tab, a line with a tab has fields and is not blank.
    this.#add(this.#dialect.delimiter === '\t' ? spaces.replaceAll('\t', ' ') : spaces, style);
    this.blankLines += 1;
  }

  header(columns: readonly WrittenColumn[], style: number): void {
    const fields = columns.map(({ name }, column) =>
      field(name, this.#dialect, (style >>> column) % 4 === 3),
    );
    this.headerLines = this.#add(this.#joined(fields), style);
  }

  record(fields: readonly WrittenField[], width: number, style: number, hasBreak: boolean): void {
    const { line } = this;
    const text = this.#joined(fields);
    const lines = this.#add(text, style, hasBreak || text === '');
    if (isBlankLine(fields)) {
      this.blankLines += 1;
    } else if (fields.length === width) {
      this.records.push({ line, lines, values: fields.map(({ value }) => value) });
    } else {
      const reason = fields.length < width ? 'too few columns' : 'too many columns';
      this.records.push({ line, lines, reason, rawLine: shown(text, this.#dialect.encoding) });
    }
  }

  /**
   * Writes an unclosed quote, which extends to the end of the file. If quotes are ordinary text, it
   * writes nothing.
   */
  unclosed({ columns, enclosed, style }: Unclosed, width: number): void {
    const { quote, delimiter, encoding } = this.#dialect;
    if (quote === null) return;
    const before = `x${delimiter}`.repeat(columns % (width - 1));
    const ends = ['\n', delimiter, '\r\n', '\r'];
    const words = enclosed.map(
      (word, index) => writable(word, this.#dialect) + ends[(style + index) % ends.length]!,
    );
    const text = before + openField(words.join(''), quote);
    const { line } = this;
    const lines = this.#add(text, style, false);
    const rawLine = shown(text, encoding).replace(/(\r\n|\n|\r)$/, '');
    this.records.push({ line, lines, reason: 'unclosed quote', rawLine });
  }

  #joined(fields: readonly WrittenField[]): string {
    return fields.map(({ text }) => text).join(this.#dialect.delimiter);
  }

  /** Adds a text and a line break, and returns the number of physical lines. */
  #add(text: string, style: number, hasBreak = true): number {
    const end = hasBreak ? breakAfter(text, this.#lastBreak, this.#dialect, style >>> 8) : '';
    const whole = text + end;
    const lines = countBreaks(whole) + (/[\r\n]$/.test(whole) ? 0 : 1);
    this.#parts.push(whole);
    this.#lastBreak = end;
    this.line += lines;
    return lines;
  }
}
