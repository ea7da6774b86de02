/** How raw orders come into BigQuery: what is known of their files, as `bq` takes it. */
import type { Role } from '../../domain/roles';
import { TAKEN_COLUMNS, type RawTable } from '../../sql/googlesql';

/** What there is to know of files of orders that are all written in one way. */
export interface RawOrders {
  /** Of each column of the files, in their order. */
  readonly columns: readonly { readonly header: string; readonly role: Role | null }[];
  /** A label of TextDecoder. */
  readonly encoding: string;
  /** One character. */
  readonly delimiter: string;
  /** One character, or null where quotes are text. */
  readonly quote: string | null;
  /** Lines above the first order line. */
  readonly headerLines: number;
  readonly decimalMark: '.' | ',';
  readonly priceIs: 'unit price' | 'line total';
  /** Of orders without a column for it. */
  readonly restaurant: string | null;
}

/** BigQuery's names for the encodings that it reads; all others must be converted to UTF-8 before. */
const READ_AS: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16LE'],
  ['utf-16be', 'UTF-16BE'],
]);

/** What iconv calls the others: with the letters that Windows has beyond the standard, as TextDecoder reads them. */
const CONVERTED_FROM: ReadonlyMap<string, string> = new Map([
  ['windows-1252', 'WINDOWS-1252'],
  ['shift_jis', 'CP932'],
  ['euc-jp', 'EUC-JP'],
  ['gb18030', 'GB18030'],
  ['euc-kr', 'CP949'],
]);

/** `convertFrom`: iconv's name of the encoding that files must be converted from; null where BigQuery reads them as they are. */
export function loadEncoding(label: string): { encoding: string; convertFrom: string | null } {
  const encoding = READ_AS.get(label);
  if (encoding !== undefined) return { encoding, convertFrom: null };
  return { encoding: 'UTF-8', convertFrom: CONVERTED_FROM.get(label) ?? label.toUpperCase() };
}

/** Names as BigQuery allows them, each once: a role's for its column, and of the others what is left of the header's. */
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

/** With what it begins with it is no word of SQL, none of the roles, and none of the names that BigQuery keeps for itself. */
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

/** The raw table's schema file. Each column says how the files call it. */
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
