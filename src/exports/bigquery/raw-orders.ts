/** Describes raw order files as `bq load` needs it. */
import type { Role } from '../../domain/roles';
import { TAKEN_COLUMNS, type RawTable } from '../../sql/googlesql';

export interface RawOrders {
  /** All columns of the files in order. */
  readonly columns: readonly { readonly header: string; readonly role: Role | null }[];
  /** The encoding as a label of TextDecoder. */
  readonly encoding: string;
  readonly delimiter: string;
  /** The quote character, or null if quotes are text. */
  readonly quote: string | null;
  /** The number of lines above the first order line. */
  readonly headerLines: number;
  readonly decimalMark: '.' | ',';
  readonly priceIs: 'unit price' | 'line total';
  /** The name of the restaurant if the files have no column for restaurants. */
  readonly restaurant: string | null;
}

/**
 * The encodings that BigQuery reads, with their names in BigQuery. Files in other encodings must be
 * converted to UTF-8 first.
 */
const READ_AS: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16LE'],
  ['utf-16be', 'UTF-16BE'],
]);

/**
 * The encodings to convert from, with their names in iconv. The names include the Windows
 * extensions, which TextDecoder also reads.
 */
const CONVERTED_FROM: ReadonlyMap<string, string> = new Map([
  ['windows-1252', 'WINDOWS-1252'],
  ['shift_jis', 'CP932'],
  ['euc-jp', 'EUC-JP'],
  ['gb18030', 'GB18030'],
  ['euc-kr', 'CP949'],
]);

/**
 * Returns how to load files of an encoding. `convertFrom` is the name in iconv of the encoding to
 * convert from, or null if BigQuery reads the files directly.
 */
export function loadEncoding(label: string): { encoding: string; convertFrom: string | null } {
  const encoding = READ_AS.get(label);
  if (encoding !== undefined) return { encoding, convertFrom: null };
  return { encoding: 'UTF-8', convertFrom: CONVERTED_FROM.get(label) ?? label.toUpperCase() };
}

/**
 * Returns unique column names that BigQuery allows. A column with a role gets the name of the role;
 * any other name keeps only its allowed characters.
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

/**
 * Returns a name that BigQuery allows. Its prefix avoids SQL keywords, roles, and names that
 * BigQuery reserves.
 */
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

/**
 * Returns the schema file of the raw table. The description of a column is its name in the files.
 */
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
