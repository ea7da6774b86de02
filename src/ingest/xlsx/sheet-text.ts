/** Streams a sheet as CSV in UTF-8: line n of the text is row n of the sheet. */
import { Failure } from '../../domain/failure';
import { csvLine } from '../records/csv-line';
import type { TextStream } from '../container/source';
import { LARGEST } from './parts';
import { SharedStrings } from './shared-strings';
import { SheetReader, type RawCell, type RawRow } from './sheet-reader';
import { dateStylesIn } from './styles';
import { dateText, isoText, numberText } from './values';
import { openWorkbook, requirePart } from './workbook';

/**
 * The number of rows that determine the width of the sheet, which must be known before its end.
 * Further cells to the right in later rows have no column name and are ignored.
 */
const ROWS_TO_MEASURE = 1000;

/**
 * Returns the worksheet with the index `sheet` as a stream of CSV. Reading it throws Failures, and
 * plain Errors if the workbook is damaged.
 */
export function sheetText(file: File, sheet: number): TextStream {
  const progress = { share: 0 };
  return {
    runs: runsOfSheet(file, sheet, progress),
    readBytes: () => Math.round(file.size * progress.share),
  };
}

async function* runsOfSheet(
  file: File,
  sheet: number,
  progress: { share: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const workbook = await openWorkbook(file);
  const worksheet = workbook.worksheets[sheet];
  if (!worksheet) throw new Error(`the workbook has no sheet ${String(sheet)}`);
  const part = requirePart(workbook.parts, worksheet.path);
  const strings = workbook.sharedStrings ? new SharedStrings(workbook.sharedStrings) : null;
  const dateStyles = workbook.styles ? dateStylesIn(await workbook.styles.text()) : [];
  const textOf = (cell: RawCell): string => {
    switch (cell.type) {
      case 'shared':
        return strings?.at(cell.index) ?? '';
      case 'number':
        return dateStyles[cell.style]
          ? dateText(cell.raw, workbook.isFrom1904)
          : numberText(cell.raw);
      case 'iso':
        return isoText(cell.raw);
      case 'text':
        return cell.text;
    }
  };
  const reader = new SheetReader();
  const lines = new LineWriter();
  const encoder = new TextEncoder();
  let readCharacters = 0;
  try {
    for await (const run of part.runs(LARGEST.sheet)) {
      const rows = reader.read(run);
      await strings?.readTo(lastShared(rows));
      for (const { number, cells } of rows) {
        lines.add(
          number,
          cells.map((cell) => (cell ? textOf(cell) : '')),
        );
      }
      readCharacters += run.length;
      // The progress stays below 1 until the rest of the part is verified.
      progress.share = Math.min(0.99, readCharacters / Math.max(1, part.unpackedSize));
      const text = lines.take();
      if (text !== '') yield encoder.encode(text);
    }
    if (!reader.isOver) throw new Error('the sheet ends before its last row');
    await strings?.readAll();
  } finally {
    await strings?.close();
  }
  const text = lines.takeLast();
  if (lines.isEmpty) throw emptySheet(file, worksheet.name);
  progress.share = 1;
  yield encoder.encode(text);
}

function lastShared(rows: readonly RawRow[]): number {
  let last = -1;
  for (const { cells } of rows) {
    for (const cell of cells) if (cell?.type === 'shared') last = Math.max(last, cell.index);
  }
  return last;
}

/** Writes lines of equal width, with blank lines for empty rows except at the end. */
class LineWriter {
  #measured: { number: number; fields: string[] }[] | null = [];
  #width = 0;
  #written = 0;
  #text = '';

  get isEmpty(): boolean {
    return this.#written === 0;
  }

  add(number: number, fields: string[]): void {
    if (!this.#measured) {
      this.#write(number, fields);
      return;
    }
    if (fields.every(isBlank)) return;
    this.#measured.push({ number, fields });
    this.#width = Math.max(this.#width, fields.findLastIndex((field) => !isBlank(field)) + 1);
    if (this.#measured.length === ROWS_TO_MEASURE) this.#endMeasuring();
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  takeLast(): string {
    this.#endMeasuring();
    return this.take();
  }

  #endMeasuring(): void {
    const measured = this.#measured ?? [];
    this.#measured = null;
    for (const { number, fields } of measured) this.#write(number, fields);
  }

  #write(number: number, fields: string[]): void {
    fields.length = Math.min(fields.length, this.#width);
    if (fields.every(isBlank)) return;
    while (fields.length < this.#width) fields.push('');
    this.#text += '\n'.repeat(number - this.#written - 1) + csvLine(fields);
    this.#written = number;
  }
}

function isBlank(field: string): boolean {
  return field === '' || field.trim() === '';
}

function emptySheet(file: File, name: string): Failure {
  return new Failure({
    fault: 'input',
    what: 'empty sheet',
    where: { file: file.name, sheet: name },
  });
}
