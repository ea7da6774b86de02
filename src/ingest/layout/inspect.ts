/** The first look at a file: what it is, where its order lines begin, and which column is what. */
import { nameWithoutExtension } from '../../lib/file-name';
import { ROLES } from '../../domain/roles';
import { headOf } from '../container/bytes';
import { findCostList, type CostListFound } from './cost-list';
import { WRITTEN_DIALECT } from '../records/csv-line';
import { detectDecimalMark } from './decimal-mark';
import { findHeader, type HeaderFound } from './dialect';
import { detectEncoding, utf8From } from './encoding';
import { CANONICAL_NAMES } from './aliases';
import { NO_QUOTE, type Choice, type Columns, type Layout } from './layout';
import { matchTable, meaningOf } from './match';
import { isNumber, looksLikeNumber } from './numbers';
import { firstRecords } from './profile';
import * as refusals from './refusals';
import { recogniseBytes, recogniseText } from './signature';
import { isText, type Source } from '../container/source';

/** A header that begins later than this, or is longer, is none. */
const HEAD_BYTES = 1024 * 1024;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const PREVIEW_ROWS = 8;

/** What must be asked of a person before the file is read. */
export type Question = 'columns' | 'restaurant';

/** How a file would be read, and what a person needs to see to judge that. */
export interface Inspection {
  readonly source: Source;
  readonly layout: Layout;
  readonly questions: readonly Question[];
  /** The first records after the header. */
  readonly rows: readonly (readonly string[])[];
  /** Of the records that were looked at, how many have a price, and how many of those are no number. */
  readonly prices: { readonly filled: number; readonly unreadable: number };
  /** Where it may be a list of what dishes cost, and no orders. */
  readonly costs: CostListFound | null;
  /** The lines that could be the header. */
  readonly headers: readonly { readonly line: number; readonly fields: readonly string[] }[];
}

/**
 * Throws a Failure that says what was found and what was expected. With a choice, what a person has
 * decided is taken as it is, and a table that does not look like orders is shown all the same.
 */
export async function inspect(source: Source, choice?: Choice): Promise<Inspection> {
  const raw = await headOf(source, HEAD_BYTES);
  if (raw.bytes.length === 0) throw refusals.emptyFile(source);
  const isOwnText = isText(source.container);
  const cut = isOwnText ? choice : { ...choice, ...WRITTEN_DIALECT, encoding: 'utf-8' as const };
  const encoding = cut?.encoding ?? (await detectEncoding(raw.bytes));
  const head = utf8From(encoding)(raw.bytes, raw.isWhole);
  const kind = isOwnText ? (recogniseBytes(raw.bytes) ?? recogniseText(head)) : null;
  if (kind !== null) throw refusals.otherKind(source, kind);
  const hasMark = BYTE_ORDER_MARK.every((byte, index) => head[index] === byte);
  const start = hasMark ? BYTE_ORDER_MARK.length : 0;
  const found = findHeader(head, start, cut);
  if (!found) throw refusals.blankFile(source);
  const place = placeOf(found, start, choice?.headerLine);
  const first = found.header ?? found.records[0]!;
  if (place.headerLine !== null && first.isOpenQuote) {
    if (!choice) throw refusals.openQuote(source, first.line);
    if (choice.quote === undefined) return inspect(source, { ...choice, quote: NO_QUOTE });
  }
  if (!first.isComplete && !raw.isWhole) throw refusals.noLines(source, HEAD_BYTES);
  const other = choice ? null : refusals.otherTable(source, first.fields, first.line);
  if (other) throw other;
  const { dialect } = found;
  const records = firstRecords(head, place.bodyOffset, dialect, place.header.length);
  if (records.length === 0 && raw.isWhole) {
    throw refusals.noOrders(source, place.header, first.line);
  }
  const header = asWideAs(records, place.header);
  const own = { ...place, header, encoding, dialect };
  return describe(source, own, records, found, choice);
}

/** What is in the columns, and what of it is unsure. */
function describe(
  source: Source,
  place: Place & Pick<Layout, 'encoding' | 'dialect'>,
  records: readonly (readonly string[])[],
  found: HeaderFound,
  choice: Choice | undefined,
): Inspection {
  const { header, dialect } = place;
  const matched = matchTable(header, records);
  const chosen = choice?.columns && within(choice.columns, header.length);
  const columns = chosen ?? matched.columns;
  const valuesOf = (column = -1) =>
    records.map((fields) => fields[column] ?? '').filter((value) => value.trim() !== '');
  const prices = valuesOf(columns.price);
  const quantities = valuesOf(columns.quantity);
  const foundMark = detectDecimalMark(prices, quantities, dialect.delimiter);
  const decimalMark = choice?.decimalMark ?? foundMark.mark;
  const needsRestaurant = columns.restaurant === undefined;
  const isMarkSure = foundMark.isSure || choice?.decimalMark !== undefined;
  const isSure = chosen !== undefined || (found.isKnown && matched.isSure);
  return {
    source,
    layout: {
      ...place,
      decimalMark,
      priceIs: choice?.priceIs ?? meaningOf(header, columns, records),
      restaurant: needsRestaurant ? choice?.restaurant || nameWithoutExtension(source.name) : null,
      header: place.headerLine === null ? namedByRole(header, columns) : header,
      columns,
      strayQuotesAreText: choice?.strayQuotesAreText ?? false,
      otherTables: choice?.otherTables ?? [],
    },
    questions: [
      ...(isSure && isMarkSure ? [] : (['columns'] as const)),
      ...(needsRestaurant && !choice?.restaurant ? (['restaurant'] as const) : []),
    ],
    rows: records.slice(0, PREVIEW_ROWS),
    prices: {
      filled: prices.length,
      unreadable: prices.filter((price) => !isNumber(price, decimalMark)).length,
    },
    costs: place.headerLine === null ? null : findCostList(header, records),
    headers: found.records.map(({ line, fields }) => ({ line, fields })),
  };
}

type Place = Pick<Layout, 'headerLine' | 'header' | 'bodyOffset' | 'bodyLine' | 'blankLines'>;

/** Most of the records may end with a delimiter that the header does not have, or the other way round. */
function asWideAs(
  records: readonly (readonly string[])[],
  header: readonly string[],
): readonly string[] {
  const isBlankAt = (fields: readonly string[], column: number) => fields[column]?.trim() === '';
  const width = header.length;
  const most = 0.8 * records.length;
  const wider = records.filter(
    (fields) => fields.length === width + 1 && isBlankAt(fields, width),
  ).length;
  if (wider > most) return [...header, ''];
  const narrower = records.filter((fields) => fields.length === width - 1).length;
  return narrower > most && isBlankAt(header, width - 1) ? header.slice(0, -1) : header;
}

/** The header and where the orders begin; a first line that holds values and no names is no header. */
function placeOf(found: HeaderFound, start: number, chosen: number | null | undefined): Place {
  const { header, width } = found;
  const isHeader =
    header !== null && (chosen !== undefined || found.isKnown || !holdsValues(found));
  if (!isHeader) {
    return {
      headerLine: null,
      header: Array.from({ length: width }, (_, column) => `Column ${String(column + 1)}`),
      bodyOffset: start,
      bodyLine: 1,
      blankLines: 0,
    };
  }
  return {
    headerLine: header.line,
    header: header.fields,
    bodyOffset: header.end,
    bodyLine: header.line + header.lines,
    blankLines: header.blankLines,
  };
}

/** Where a file has no names, what is taken for a role gets the canonical one: a file made from it needs no question. */
function namedByRole(header: readonly string[], columns: Columns): readonly string[] {
  const names = new Map(ROLES.map((role) => [columns[role], CANONICAL_NAMES[role]]));
  return header.map((name, column) => names.get(column) ?? name);
}

/** Columns that another file had say nothing of one that is narrower; and what is kept may be anything: a column has one role. */
function within(columns: Columns, width: number): Columns | undefined {
  const all = Object.values(columns);
  const isOwn = (column: number) => Number.isInteger(column) && column >= 0 && column < width;
  return all.every(isOwn) && new Set(all).size === all.length ? columns : undefined;
}

function holdsValues({ header }: HeaderFound): boolean {
  return header?.fields.some(looksLikeNumber) ?? false;
}
