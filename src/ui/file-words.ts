/** How a file is read, in words. */
import { NO_QUOTE, type Columns, type Encoding, type Layout } from '../ingest/layout';
import type { PerRole, Role } from '../lib/roles';
import { ROLES } from '../lib/roles';
import { clip } from '../lib/format';
import { missingFor, TABLE_NAMES } from '../sql/tables';

export const ROLE_LABELS: PerRole<string> = {
  restaurant: 'Restaurant',
  dish: 'Dish',
  customer: 'Customer',
  price: 'Price',
  quantity: 'Quantity',
};

export const ENCODING_LABELS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252 (Western)',
  shift_jis: 'Shift_JIS (Japanese)',
  'euc-jp': 'EUC-JP (Japanese)',
  gb18030: 'GBK (Chinese)',
  'euc-kr': 'EUC-KR (Korean)',
};

const DELIMITER_LABELS: Readonly<Record<string, string>> = {
  ',': 'Comma ,',
  ';': 'Semicolon ;',
  '\t': 'Tab',
  '|': 'Pipe |',
};

const QUOTE_LABELS: Readonly<Record<string, string>> = {
  '"': 'Double "',
  "'": "Single '",
  '|': 'Pipe |',
};

export function delimiterLabel(byte: number): string {
  return DELIMITER_LABELS[String.fromCharCode(byte)] ?? '';
}

export function quoteLabel(byte: number): string {
  return byte === NO_QUOTE ? 'None' : (QUOTE_LABELS[String.fromCharCode(byte)] ?? '');
}

/** What is short of something where a role has no column. */
const LACKING: Readonly<Partial<Record<Role, string>>> = {
  dish: 'dishes need a dish column',
  customer: 'customers need a customer column',
  price: 'revenue needs a price column',
};

/** What a choice of columns gives, in a sentence. */
export function outcomeOf(columns: Columns): string {
  const roles = ROLES.filter((role) => columns[role] !== undefined);
  if (!roles.includes('dish') && !roles.includes('customer')) {
    return 'Choose the column of the dish or of the customer: without either there is nothing to report.';
  }
  const made = TABLE_NAMES.filter((name) => missingFor(name, roles).length === 0).length;
  const lacking = ROLES.filter((role) => !roles.includes(role)).flatMap(
    (role) => LACKING[role] ?? [],
  );
  const all = TABLE_NAMES.length;
  const head =
    made === all
      ? `This gives all ${String(all)} reports`
      : `This gives ${String(made)} of ${String(all)} reports`;
  return `${[head, ...lacking].join('; ')}.`;
}

export interface Taken {
  readonly role: Role;
  readonly label: string;
  /** The column's name; null where the file has none for it. */
  readonly column: string | null;
}

/** What was taken for what: every role, but a quantity only where there is one. */
export function takenFor(layout: Layout): Taken[] {
  return ROLES.map((role) => ({
    role,
    label: ROLE_LABELS[role],
    column: columnName(layout, layout.columns[role]),
  })).filter(({ role, column }) => role !== 'quantity' || column !== null);
}

function columnName({ header, headerLine }: Layout, column: number | undefined): string | null {
  if (column === undefined) return null;
  const name = headerLine === null ? '' : clip((header[column] ?? '').trim(), 40);
  return name || `column ${String(column + 1)}`;
}

/** The rest of how it is read, as far as it is worth a word. */
export function readAs(layout: Layout): string[] {
  return [
    ...(layout.priceIs === 'line total' && layout.columns.quantity !== undefined
      ? ['the price is the line’s total']
      : []),
    ...(layout.decimalMark === ',' ? ['decimal comma'] : []),
    ...(layout.encoding === 'utf-8' ? [] : [ENCODING_LABELS[layout.encoding]]),
    ...(layout.strayQuotesAreText ? ['stray quotes are text'] : []),
    ...layout.otherTables.map(({ header }) => `records of ${String(header.length)} columns too`),
    ...(layout.headerLine === null ? ['no header'] : []),
    ...(layout.headerLine !== null && layout.headerLine > 1
      ? [`header in line ${String(layout.headerLine)}`]
      : []),
  ];
}
