import type { MiddleHeader, UnclosedQuote } from '../../domain/findings';
import type { TableHeader } from '../../domain/receipt';
import { ROLES, perRole } from '../../domain/roles';
import type { Chunk, MisshapenRecord, NewValues } from './chunk';
import type { Dictionary } from './dictionary';
import type { Headers } from '../layout/headers';
import type { Layout } from '../layout/layout';
import { LineColumns } from './line-columns';
import type { RecordPlace } from './order-lines';
import { concatenate } from './utf8';

const BYTES_PER_LINE = 40;
const MIN_LINES = 16;

export class ChunkBuilder {
  blankLines = 0;
  headerLines = 0;
  recordLines = 0;
  readonly unclosedQuotes: UnclosedQuote[] = [];
  readonly middleHeaders: MiddleHeader[] = [];
  readonly lines: LineColumns;
  readonly view: DataView;
  readonly #misshapen: MisshapenRecord[] = [];
  readonly #strayQuotes: number[] = [];
  readonly #tables: { fromLine: number; table: TableHeader }[];
  readonly #layout: Layout;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #readBytes: number;
  readonly #firstLine: number;

  constructor(
    layout: Layout,
    bytes: Uint8Array<ArrayBuffer>,
    readBytes: number,
    firstLine: number,
    table: TableHeader,
  ) {
    const hasColumn = ROLES.map((role) => layout.columns[role] !== undefined);
    const capacity = Math.max(MIN_LINES, Math.ceil(bytes.length / BYTES_PER_LINE));
    this.lines = new LineColumns(capacity, hasColumn);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#layout = layout;
    this.#bytes = bytes;
    this.#readBytes = readBytes;
    this.#firstLine = firstLine;
    this.#tables = [{ fromLine: firstLine, table }];
  }

  get records(): number {
    return this.lines.length + this.#misshapen.length;
  }

  addMisshapen(place: RecordPlace, columns: number, reason: MisshapenRecord['reason']): void {
    const { line, lines, start, end } = place;
    this.#misshapen.push({ line, lines, start, end, columns, record: this.records, reason });
    this.addPlace(place);
  }

  addPlace({ start, lines, strayQuotes }: RecordPlace): void {
    this.recordLines += lines;
    if (strayQuotes.length === 0) return;
    for (const position of strayQuotes) this.#strayQuotes.push(start + position);
  }

  switchHeader(table: TableHeader, fromLine: number): void {
    this.#tables.push({ fromLine, table });
  }

  finish(dictionaries: readonly Dictionary[], line: number, headers: Headers): Chunk {
    const { lines } = this;
    const orderLines = lines.length;
    return {
      counts: {
        bytes: this.#readBytes,
        records: this.records,
        blankLines: this.blankLines,
        headerLines: this.headerLines,
        recordLines: this.recordLines,
        lines: line - this.#firstLine,
      },
      line: lines.line.subarray(0, orderLines),
      start: lines.start.subarray(0, orderLines),
      hash: lines.hash.subarray(0, orderLines),
      codes: perRole((role) =>
        this.#layout.columns[role] === undefined
          ? new Int32Array(orderLines).fill(-1)
          : lines.codes[ROLES.indexOf(role)]!.subarray(0, orderLines),
      ),
      values: takeNewValues(dictionaries),
      misshapen: this.#misshapen,
      unclosedQuotes: this.unclosedQuotes,
      middleHeaders: this.middleHeaders,
      tables: this.#tables,
      strayQuotes: Int32Array.from(this.#strayQuotes),
      headers,
      bytes: this.#bytes,
    };
  }
}

/**
 * Packs the new values of all roles into one set of arrays, because an object per value is too slow
 * for a million values.
 */
function takeNewValues(dictionaries: readonly Dictionary[]): NewValues {
  const taken = dictionaries.map((dictionary) => dictionary.takeNew());
  const count = taken.reduce((sum, { text }) => sum + text.isValid.length, 0);
  const [code, offsets] = [new Int32Array(count), new Int32Array(count + 1)];
  let [value, byte] = [0, 0];
  for (const { firstCode, text } of taken) {
    const own = text.isValid.length;
    for (let index = 0; index < own; index += 1) {
      code[value + index] = firstCode + index;
      offsets[value + index + 1] = byte + text.offsets[index + 1]!;
    }
    value += own;
    byte += text.bytes.length;
  }
  return {
    counts: perRole((role) => taken[ROLES.indexOf(role)]!.text.isValid.length),
    code,
    offsets,
    bytes: concatenate(taken.map(({ text }) => text.bytes)).bytes,
    isValid: concatenate(taken.map(({ text }) => text.isValid)).bytes,
  };
}
