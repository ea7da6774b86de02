/** Describes raw order files as `bq load` needs it. */
import type { Role } from '../../domain/roles';
import { TAKEN_COLUMNS, type RawTable } from '../../sql/googlesql';

export interface RawOrders {
  /** All columns of the files in order. */
  readonly columns: readonly { readonly header: string; readonly role: Role | null }[];
  /** A label of TextDecoder. */
  readonly encoding: string;
  readonly delimiter: string;
  /** One character, or null if quotes are text. */
  readonly quote: string | null;
  /** Lines above the first order line. */
  readonly headerLines: number;
  readonly decimalMark: '.' | ',';
  readonly priceIs: 'unit price' | 'line total';
  /** The restaurant's name if the files have no column for it. */
  readonly restaurant: string | null;
}

/** BigQuery's names for the encodings it reads. Other files must be converted to UTF-8 first. */
const READ_AS: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16LE'],
  ['utf-16be', 'UTF-16BE'],
]);

/** iconv's names, including the Windows extensions that TextDecoder also reads. */
const CONVERTED_FROM: ReadonlyMap<string, string> = new Map([
  ['windows-1252', 'WINDOWS-1252'],
  ['shift_jis', 'CP932'],
  ['euc-jp', 'EUC-JP'],
  ['gb18030', 'GB18030'],
  ['euc-kr', 'CP949'],
]);

/** `convertFrom` is iconv's name of the encoding to convert from, or null if BigQuery reads it. */
export function loadEncoding(label: string): { encoding: string; convertFrom: string | null } {
  const encoding = READ_AS.get(label);
  if (encoding !== undefined) return { encoding, convertFrom: null };
  return { encoding: 'UTF-8', convertFrom: CONVERTED_FROM.get(label) ?? label.toUpperCase() };
}

/**
 * Returns unique names that BigQuery allows: a role's column has the role's name, other columns
 * keep what is allowed of theirs.
 */
export function columnNames(columns: RawOrders['columns']): string[] {
  const taken = new Set(TAKEN_COLUMNS);
  for (const { role } of columns) if (role !== null) taken.add(role);
  return columns.map(({ header, role }, index) => {
    if (role !== null) return role;
    const name = plainName(header) || `column_${String(index + 1)}`;
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name}_${String(count)}`;
    taken.add(unique);
    return unique;
  });
}

/** The prefix keeps a name apart from SQL keywords, roles, and names that BigQuery reserves. */
function plainName(header: string): string {
  const words = header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 100);
  return words === '' ? '' : `raw_${words}`;
}

export function rawTableOf(orders: RawOrders): RawTable {
  return {
    columns: columnNames(orders.columns),
    decimalMark: orders.decimalMark,
    priceIsLineTotal: orders.priceIs === 'line total',
    restaurant: orders.restaurant,
  };
}

/** Returns the schema file of the raw table. Each column's description is its name in the files. */
export function rawSchemaJson({ columns }: RawOrders): string {
  const names = columnNames(columns);
  const fields = columns.map(({ header }, index) => ({
    name: names[index]!,
    type: 'STRING',
    mode: 'NULLABLE',
    ...(header === '' ? {} : { description: header.slice(0, 500) }),
  }));
  return `${JSON.stringify(fields, null, 2)}\n`;
}
