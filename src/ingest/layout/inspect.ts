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
import { matchTable, detectPriceIs } from './match';
import { isNumber, looksLikeNumber } from './numbers';
import { firstRecords } from './profile';
import * as refusals from './refusals';
import { recogniseBytes, recogniseText } from './signature';
import { isText, type Source } from '../container/source';

const HEAD_BYTES = 1024 * 1024;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const PREVIEW_ROWS = 8;

export type Question = 'columns' | 'restaurant';

export interface Inspection {
  readonly source: Source;
  readonly layout: Layout;
  readonly questions: readonly Question[];
  readonly rows: readonly (readonly string[])[];
  /** Of the sampled records: how many have a price, and how many prices are not numbers. */
  readonly prices: { readonly filled: number; readonly unreadable: number };
  readonly costs: CostListFound | null;
  readonly headers: readonly { readonly line: number; readonly fields: readonly string[] }[];
}

/**
 * Detects how to read a source. A choice overrides detection; a table that does not look like
 * orders is then accepted. Throws a Failure that says what was found and expected.
 */
export async function inspect(source: Source, choice?: Choice): Promise<Inspection> {
  const raw = await headOf(source, HEAD_BYTES);
  if (raw.bytes.length === 0) throw refusals.emptyFile(source);
  const isPlainText = isText(source.container);
  const override = isPlainText
    ? choice
    : { ...choice, ...WRITTEN_DIALECT, encoding: 'utf-8' as const };
  const encoding = override?.encoding ?? (await detectEncoding(raw.bytes));
  const head = utf8From(encoding)(raw.bytes, raw.isWhole);
  const kind = isPlainText ? (recogniseBytes(raw.bytes) ?? recogniseText(head)) : null;
  if (kind !== null) throw refusals.otherKind(source, kind);
  const hasMark = BYTE_ORDER_MARK.every((byte, index) => head[index] === byte);
  const start = hasMark ? BYTE_ORDER_MARK.length : 0;
  const found = findHeader(head, start, override);
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
  const header = withRecordWidth(records, place.header);
  const located = { ...place, header, encoding, dialect };
  return describe(source, located, records, found, choice);
}

function describe(
  source: Source,
  place: Place & Pick<Layout, 'encoding' | 'dialect'>,
  records: readonly (readonly string[])[],
  found: HeaderFound,
  choice: Choice | undefined,
): Inspection {
  const { header, dialect } = place;
  const matched = matchTable(header, records);
  const chosen = choice?.columns && validColumns(choice.columns, header.length);
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
      priceIs: choice?.priceIs ?? detectPriceIs(header, columns, records),
      restaurant: needsRestaurant ? choice?.restaurant || nameWithoutExtension(source.name) : null,
      header: place.headerLine === null ? withCanonicalNames(header, columns) : header,
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

/**
 * Adds or removes an empty last column if most records have one trailing delimiter more or less
 * than the header.
 */
function withRecordWidth(
  records: readonly (readonly string[])[],
  header: readonly string[],
): readonly string[] {
  const isBlankAt = (fields: readonly string[], column: number) => fields[column]?.trim() === '';
  const width = header.length;
  const threshold = 0.8 * records.length;
  const wider = records.filter(
    (fields) => fields.length === width + 1 && isBlankAt(fields, width),
  ).length;
  if (wider > threshold) return [...header, ''];
  const narrower = records.filter((fields) => fields.length === width - 1).length;
  return narrower > threshold && isBlankAt(header, width - 1) ? header.slice(0, -1) : header;
}

/**
 * Locates the header and the first order. A first line is an order if it has values and no known
 * column name.
 */
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

/**
 * Gives canonical names to the mapped columns of a file without a header. Files exported from it
 * can then be read without asking the user.
 */
function withCanonicalNames(header: readonly string[], columns: Columns): readonly string[] {
  const names = new Map(ROLES.map((role) => [columns[role], CANONICAL_NAMES[role]]));
  return header.map((name, column) => names.get(column) ?? name);
}

/**
 * Returns undefined for stored columns that do not fit, because they are outside this file or one
 * column has two roles.
 */
function validColumns(columns: Columns, width: number): Columns | undefined {
  const indexes = Object.values(columns);
  const isWithin = (column: number) => Number.isInteger(column) && column >= 0 && column < width;
  return indexes.every(isWithin) && new Set(indexes).size === indexes.length ? columns : undefined;
}

function holdsValues({ header }: HeaderFound): boolean {
  return header?.fields.some(looksLikeNumber) ?? false;
}
