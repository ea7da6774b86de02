import type { TableHeader } from '../../domain/receipt';
import type { Role } from '../../domain/roles';
import type { DecimalMark } from './numbers';

/** Labels of TextDecoder, those that are offered first. */
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

/** Bytes that may stand between two fields: comma, semicolon, tab, pipe. */
export const DELIMITERS: readonly number[] = [0x2c, 0x3b, 0x09, 0x7c];

/** How a file's bytes are cut into fields. Each is a single byte of UTF-8. */
export interface Dialect {
  readonly delimiter: number;
  /** `NO_QUOTE` where quotes are text like any other. */
  readonly quote: number;
}

/** No byte has this value, so that none opens a quote. */
export const NO_QUOTE = -1;

export const QUOTES: readonly number[] = [0x22, 0x27, 0x7c, NO_QUOTE];

/** What the price column of a file says: quantity multiplies the one and not the other. */
export type PriceIs = 'unit price' | 'line total';

/** The column of each role that the file has, from 0. */
export type Columns = Readonly<Partial<Record<Role, number>>>;

/** All that the reader must know of a file before it reads the first order line. */
export interface Layout {
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  /** Of prices and quantities. */
  readonly decimalMark: DecimalMark;
  readonly priceIs: PriceIs;
  /** The one restaurant of a file that has no column for it. */
  readonly restaurant: string | null;
  /** The header's physical line, the file's first being 1; null where it has none. */
  readonly headerLine: number | null;
  /** The header as it stands in the file; made up where it has none. */
  readonly header: readonly string[];
  readonly columns: Columns;
  /** Where the first record after the header starts, in the text as UTF-8. */
  readonly bodyOffset: number;
  /** The physical line there. */
  readonly bodyLine: number;
  /** Blank lines above it. */
  readonly blankLines: number;
  /** Whether a quote that takes whole lines along is text. */
  readonly strayQuotesAreText: boolean;
  /** Records of another width that are orders too, with a header for each width. */
  readonly otherTables: readonly TableHeader[];
}

/** What a person has decided about a file; what is left out is found by looking at it. */
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

/** The choice that leads to a layout again. */
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
