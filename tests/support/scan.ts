import type { Chunk } from '../../src/ingest/records/chunk';
import { DriftWatch } from '../../src/ingest/records/drift-watch';
import type { Dialect, Layout } from '../../src/ingest/layout/layout';
import { orderLine, rawText } from '../../src/ingest/records/record';
import { Scanner } from '../../src/ingest/records/scanner';
import type { Drift, MiddleHeader, UnclosedQuote } from '../../src/domain/findings';
import type { TableHeader } from '../../src/domain/receipt';
import { perRole, ROLES, type Role } from '../../src/domain/roles';
import { RepeatCounter, type Repeat } from '../../src/pipeline/repeat-counter';
import { rolesOf } from './values';

export const COMMA_SEPARATED: Dialect = { delimiter: 0x2c, quote: 0x22 };

export interface Scanned {
  /** The physical line, and a value for each role, which is null for a role without a column. */
  readonly orderLines: { line: number; values: (string | null)[] }[];
  readonly misshapen: { line: number; lines: number; reason: string; text: string }[];
  readonly invalid: string[];
  readonly blankLines: number;
  readonly records: number;
  readonly lines: number;
  /** The physical lines of records. Headers between records count in `headerLines`. */
  readonly recordLines: number;
  readonly headerLines: number;
  readonly unclosedQuotes: UnclosedQuote[];
  readonly headers: MiddleHeader[];
  /** The fields of each order line, read again from the bytes. */
  readonly fields: (readonly string[])[];
  readonly drifts: Drift[];
  readonly repeats: Repeat[];
}

/** A layout with a body from line 2. By default, its columns are restaurant and dish. */
export function layoutOf(
  columns: Layout['columns'] = { restaurant: 0, dish: 1 },
  width = 2,
): Layout {
  return {
    encoding: 'utf-8',
    decimalMark: '.',
    priceIs: 'unit price',
    restaurant: null,
    headerLine: 1,
    dialect: COMMA_SEPARATED,
    header: Array.from({ length: width }, (_, index) => `column ${String(index)}`),
    columns,
    bodyOffset: 0,
    bodyLine: 2,
    blankLines: 0,
    strayQuotesAreText: false,
    otherTables: [],
  };
}

const COUNTED = ['blankLines', 'records', 'lines', 'recordLines', 'headerLines'] as const;
type Counted = (typeof COUNTED)[number];

/** Scans the bytes in blocks, and looks up the value of every code. */
export function scan(
  input: string | Uint8Array<ArrayBuffer>,
  blockBytes = 1_000_000,
  layout = layoutOf(),
): Scanned {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const scanner = new Scanner(layout);
  const dictionaries = perRole(() => [] as string[]);
  const result: Omit<Scanned, 'drifts' | 'repeats' | Counted> = {
    orderLines: [],
    misshapen: [],
    invalid: [],
    unclosedQuotes: [],
    headers: [],
    fields: [],
  };
  const drift = new DriftWatch(layout);
  const repeats = new RepeatCounter();
  let table: TableHeader = layout;
  const counted = { blankLines: 0, records: 0, lines: 0, recordLines: 0, headerLines: 0 };
  for (let start = 0; start === 0 || start < bytes.length; start += blockBytes) {
    const isLast = start + blockBytes >= bytes.length;
    const chunk = scanner.push(bytes.slice(start, start + blockBytes), isLast);
    learn(chunk, dictionaries, result.invalid);
    chunk.line.forEach((line, row) => {
      const values = ROLES.filter((role) => role === 'restaurant' || role === 'dish').map(
        (role) => {
          const code = chunk.codes[role][row]!;
          return code < 0 ? null : dictionaries[role][code]!;
        },
      );
      result.orderLines.push({ line, values });
      result.fields.push(orderLine(chunk, line, layout.dialect).fields);
    });
    for (const record of chunk.misshapen) {
      const { line, lines: covered, reason } = record;
      result.misshapen.push({ line, lines: covered, reason, text: rawText(chunk, record) });
    }
    result.unclosedQuotes.push(...chunk.unclosedQuotes);
    result.headers.push(...chunk.middleHeaders);
    for (const count of COUNTED) counted[count] += chunk.counts[count];
    drift.add(chunk);
    repeats.add(chunk);
    table = chunk.headers.tables[0]!;
  }
  const isKnown = (role: Role, value: string) => dictionaries[role].includes(value);
  const drifts = drift.drifts(table, isKnown);
  return { ...result, ...counted, drifts, repeats: repeats.repeats() };
}

function learn({ values }: Chunk, dictionaries: Record<Role, string[]>, invalid: string[]): void {
  rolesOf(values).forEach((role, index) => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      values.bytes.subarray(values.offsets[index], values.offsets[index + 1]),
    );
    if (dictionaries[role].length !== values.code[index]) throw new Error('codes have a gap');
    dictionaries[role].push(text);
    if (values.isValid[index] === 0) invalid.push(text);
  });
}
