import type { TableHeader } from '../../domain/receipt';
import type { Role } from '../../domain/roles';
import type { DecimalMark } from './numbers';

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'euc-kr',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Supported delimiters: comma, semicolon, tab, pipe. */
export const DELIMITERS: readonly number[] = [0x2c, 0x3b, 0x09, 0x7c];

/** How bytes are split into fields; both values are single UTF-8 bytes. */
export interface Dialect {
  readonly delimiter: number;
  /** `NO_QUOTE` if quotes are ordinary text. */
  readonly quote: number;
}

/** The quote of a dialect without quotes. No byte has this value, so no quote is ever opened. */
export const NO_QUOTE = -1;

export const QUOTES: readonly number[] = [0x22, 0x27, 0x7c, NO_QUOTE];

/** The quantity multiplies a unit price but not a line total. */
export type PriceIs = 'unit price' | 'line total';

export type Columns = Readonly<Partial<Record<Role, number>>>;

export interface Layout {
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  /** The decimal mark of prices and quantities. */
  readonly decimalMark: DecimalMark;
  readonly priceIs: PriceIs;
  /** The name of the restaurant if the file has no column for restaurants. */
  readonly restaurant: string | null;
  /** Physical line of the header, from 1; null if there is no header. */
  readonly headerLine: number | null;
  /** Column names as in the file; generated if there is no header. */
  readonly header: readonly string[];
  readonly columns: Columns;
  /** Offset of the first record after the header, in UTF-8 bytes. */
  readonly bodyOffset: number;
  /** Physical line at `bodyOffset`. */
  readonly bodyLine: number;
  readonly blankLines: number;
  /** Whether a quote is read as text if it would otherwise run over further lines. */
  readonly strayQuotesAreText: boolean;
  /**
   * Headers for orders whose number of columns differs from `header`, one per number of columns.
   */
  readonly otherTables: readonly TableHeader[];
}

/** What the user has chosen for a file. Missing properties are detected. */
export interface Choice {
  readonly encoding?: Encoding;
  readonly delimiter?: number;
  readonly quote?: number;
  readonly headerLine?: number | null;
  readonly columns?: Columns;
  readonly decimalMark?: DecimalMark;
  readonly priceIs?: PriceIs;
  readonly restaurant?: string;
  readonly strayQuotesAreText?: boolean;
  readonly otherTables?: readonly TableHeader[];
}

export function choiceOf(layout: Layout): Required<Choice> {
  const { encoding, dialect, headerLine, columns, decimalMark, priceIs, restaurant } = layout;
  const { strayQuotesAreText, otherTables } = layout;
  return {
    encoding,
    ...dialect,
    headerLine,
    columns,
    decimalMark,
    priceIs,
    restaurant: restaurant ?? '',
    strayQuotesAreText,
    otherTables,
  };
}
