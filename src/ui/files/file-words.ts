/** Sentences about how a file is read. */
import { NO_QUOTE, type Columns, type Encoding, type Layout } from '../../ingest/layout/layout';
import { clip } from '../../i18n/format';
import { messages } from '../../i18n/locale';
import type { Messages } from '../../i18n/messages';
import { ROLES, type Role } from '../../domain/roles';
import { missingFor, TABLE_NAMES } from '../../sql/tables';

type Region = keyof Messages['questions']['reading']['encodingOf'];

const ENCODING_NAMES: Readonly<Record<Encoding, readonly [name: string, region?: Region]>> = {
  'utf-8': ['UTF-8'],
  'utf-16le': ['UTF-16 LE'],
  'utf-16be': ['UTF-16 BE'],
  'windows-1252': ['Windows-1252', 'western'],
  shift_jis: ['Shift_JIS', 'japanese'],
  'euc-jp': ['EUC-JP', 'japanese'],
  gb18030: ['GBK', 'chinese'],
  'euc-kr': ['EUC-KR', 'korean'],
};

export function encodingLabel(encoding: Encoding): string {
  const [name, region] = ENCODING_NAMES[encoding];
  return region ? messages().questions.reading.encodingOf[region](name) : name;
}

export function delimiterLabel(byte: number): string {
  const labels: Readonly<Record<string, string>> = messages().questions.reading.delimiters;
  return labels[String.fromCharCode(byte)] ?? '';
}

export function quoteLabel(byte: number): string {
  const { none, quoteMarks } = messages().questions.reading;
  const labels: Readonly<Record<string, string>> = quoteMarks;
  return byte === NO_QUOTE ? none : (labels[String.fromCharCode(byte)] ?? '');
}

/** Says which reports can be made from the chosen columns. */
export function outcomeOf(columns: Columns): string {
  const words = messages().questions.outcome;
  const roles = ROLES.filter((role) => columns[role] !== undefined);
  if (!roles.includes('dish') && !roles.includes('customer')) return words.nothing;
  const made = TABLE_NAMES.filter((name) => missingFor(name, roles).length === 0).length;
  const all = TABLE_NAMES.length;
  const lacks = (['dish', 'customer', 'price'] as const)
    .filter((role) => !roles.includes(role))
    .map((role) => words.lacks[role]);
  return made === all ? words.all(all, lacks) : words.some(made, all, lacks);
}

export interface Taken {
  readonly role: Role;
  readonly label: string;
  /** The column's name; null if the file has no such column. */
  readonly column: string | null;
}

/** Returns every role with its column, but leaves out quantity if the file has none. */
export function columnsByRole(layout: Layout): Taken[] {
  return ROLES.map((role) => ({
    role,
    label: messages().questions.roles[role],
    column: columnName(layout, layout.columns[role]),
  })).filter(({ role, column }) => role !== 'quantity' || column !== null);
}

function columnName({ header, headerLine }: Layout, column: number | undefined): string | null {
  if (column === undefined) return null;
  const name = headerLine === null ? '' : clip((header[column] ?? '').trim(), 40);
  return name || messages().receipt.files.columnNumber(column + 1);
}

/** Describes how a file is read, apart from its columns, where this differs from the defaults. */
export function readAs(layout: Layout): string[] {
  const words = messages().receipt.readAs;
  return [
    ...(layout.priceIs === 'line total' && layout.columns.quantity !== undefined
      ? [words.lineTotal]
      : []),
    ...(layout.decimalMark === ',' ? [words.decimalComma] : []),
    ...(layout.encoding === 'utf-8' ? [] : [encodingLabel(layout.encoding)]),
    ...(layout.strayQuotesAreText ? [words.strayQuotes] : []),
    ...layout.otherTables.map(({ header }) => words.otherRecords(header.length)),
    ...(layout.headerLine === null ? [words.noHeader] : []),
    ...(layout.headerLine !== null && layout.headerLine > 1
      ? [words.headerIn(layout.headerLine)]
      : []),
  ];
}
