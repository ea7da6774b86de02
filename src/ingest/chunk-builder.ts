import { ROLES, perRole, type Role } from '../lib/roles';
import type { MiddleHeader, Swallow } from '../lib/findings';
import type { TableHeader } from '../lib/receipt';
import type { Chunk, Ending, MisshapenRecord, NewValues } from './chunk';
import type { Dictionary } from './dictionary';
import { GrowingInts } from './growing';
import type { Layout } from './layout';
import type { RecordPlace } from './order-lines';
import { concatenate } from './utf8';

/** What the scanner adds up for one chunk. */
export class ChunkBuilder {
  blankLines = 0;
  headerLines = 0;
  readonly swallows: Swallow[] = [];
  readonly headers: MiddleHeader[] = [];
  readonly line: GrowingInts;
  readonly start: GrowingInts;
  readonly codes: readonly GrowingInts[];
  readonly #misshapen: MisshapenRecord[] = [];
  readonly #strayQuotes: number[] = [];
  readonly #tables: { fromLine: number; table: TableHeader }[];
  #recordLines = 0;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #readBytes: number;
  readonly #firstLine: number;

  /** `table`: the header in force. */
  constructor(
    bytes: Uint8Array<ArrayBuffer>,
    readBytes: number,
    firstLine: number,
    table: TableHeader,
  ) {
    const guess = Math.max(16, bytes.length >> 5);
    this.line = new GrowingInts(guess);
    this.start = new GrowingInts(guess);
    this.codes = ROLES.map(() => new GrowingInts(guess));
    this.#bytes = bytes;
    this.#readBytes = readBytes;
    this.#firstLine = firstLine;
    this.#tables = [{ fromLine: firstLine, table }];
  }

  addMisshapen(record: MisshapenRecord): void {
    this.#misshapen.push(record);
    this.#recordLines += record.lines;
  }

  /** Its codes are pushed by role. */
  addOrderLine({ line, start, lines, strayQuotes }: RecordPlace): void {
    this.line.push(line);
    this.start.push(start);
    this.#recordLines += lines;
    if (strayQuotes.length === 0) return;
    for (const position of strayQuotes) this.#strayQuotes.push(start + position);
  }

  /** Another header is in force from a line on. */
  turnTo(table: TableHeader, fromLine: number): void {
    this.#tables.push({ fromLine, table });
  }

  finish(
    layout: Layout,
    dictionaries: readonly Dictionary[],
    line: number,
    ending: Ending | null,
  ): Chunk {
    const orderLines = this.line.length;
    return {
      counts: {
        bytes: this.#readBytes,
        records: orderLines + this.#misshapen.length,
        blankLines: this.blankLines,
        headerLines: this.headerLines,
        recordLines: this.#recordLines,
        lines: line - this.#firstLine,
      },
      line: this.line.toArray(),
      start: this.start.toArray(),
      codes: perRole((role) =>
        layout.columns[role] === undefined
          ? new Int32Array(orderLines).fill(-1)
          : this.codes[ROLES.indexOf(role)]!.toArray(),
      ),
      values: takeNewValues(dictionaries),
      misshapen: this.#misshapen,
      swallows: this.swallows,
      headers: this.headers,
      tables: this.#tables,
      strayQuotes: Int32Array.from(this.#strayQuotes),
      ending,
      bytes: this.#bytes,
    };
  }
}

function takeNewValues(dictionaries: readonly Dictionary[]): NewValues {
  const role: Role[] = [];
  const code: number[] = [];
  const parts: Uint8Array[] = [];
  const isValid: number[] = [];
  dictionaries.forEach((dictionary, index) => {
    const { firstCode, text } = dictionary.takeNew();
    for (let value = 0; value < text.isValid.length; value += 1) {
      role.push(ROLES[index]!);
      code.push(firstCode + value);
      parts.push(text.bytes.subarray(text.offsets[value], text.offsets[value + 1]));
      isValid.push(text.isValid[value]!);
    }
  });
  return {
    role,
    code: Int32Array.from(code),
    ...concatenate(parts),
    isValid: Uint8Array.from(isValid),
  };
}
