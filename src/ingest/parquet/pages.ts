/**
 * Validates pages before hyparquet reads them. In a damaged file, hyparquet could otherwise loop
 * forever over pages without sizes, or run out of memory for a run of a billion values.
 */
import type { AsyncBuffer, ColumnMetaData, Compressors, SchemaElement } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';

type Header = ReturnType<typeof parquetHeader>;

/**
 * Throws an Error if a page of the column is damaged. `records` is the row group's number of
 * records.
 */
export async function requirePages(
  file: AsyncBuffer,
  { element, column, records }: { element: SchemaElement; column: ColumnMetaData; records: number },
  compressors: Compressors,
): Promise<void> {
  const start = Number(column.dictionary_page_offset || column.data_page_offset);
  const bytes = new Uint8Array(
    await file.slice(start, start + Number(column.total_compressed_size)),
  );
  const reader = { view: new DataView(bytes.buffer), offset: 0 };
  for (let values = 0; values < records;) {
    if (reader.offset >= bytes.length) throw new Error('a column ends before its last page');
    const header = parquetHeader(reader);
    const end =
      reader.offset + requireSize(header.compressed_page_size, bytes.length - reader.offset);
    const page = { header, packed: bytes.subarray(reader.offset, end), element };
    reader.offset = end;
    if (header.type === 'DICTIONARY_PAGE') requireSize(header.dictionary_page_header?.num_values);
    else if (header.type === 'DATA_PAGE') {
      values += requireVersion1(page, records - values, (packed) =>
        decompressPage(
          packed,
          requireSize(header.uncompressed_page_size),
          column.codec,
          compressors,
        ),
      );
    } else if (header.type === 'DATA_PAGE_V2') {
      values += requireVersion2(page, records - values, (packed, length) =>
        decompressPage(packed, length, column.codec, compressors),
      );
    } else throw new Error('a page of no known type');
  }
}

interface Page {
  readonly header: Header;
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly element: SchemaElement;
}

/**
 * Validates a page of version 1, which compresses levels and values together. Returns its number of
 * values.
 */
function requireVersion1(
  { header, packed, element }: Page,
  max: number,
  unpack: (packed: Uint8Array) => Uint8Array,
): number {
  const page = header.data_page_header;
  const values = requireSize(page?.num_values, max);
  const bytes = unpack(packed);
  let position = 0;
  if (element.repetition_type !== 'REQUIRED') {
    const length = lengthAt(bytes, 0);
    requireRuns(bytes.subarray(4, 4 + length), 1, values);
    position = 4 + length;
  }
  requireCodes(bytes.subarray(position), page?.encoding, element, values);
  return values;
}

/**
 * Validates a page of version 2, which compresses at most the values. Returns its number of values.
 */
function requireVersion2(
  { header, packed, element }: Page,
  max: number,
  unpack: (packed: Uint8Array, length: number) => Uint8Array,
): number {
  const page = header.data_page_header_v2;
  const values = requireSize(page?.num_values, max);
  requireSize(page?.num_rows, max);
  requireSize(page?.num_nulls, values);
  const before = requireSize(page?.repetition_levels_byte_length, packed.length);
  const levels = before + requireSize(page?.definition_levels_byte_length, packed.length - before);
  if (element.repetition_type !== 'REQUIRED') {
    requireRuns(packed.subarray(before, levels), 1, values);
  }
  const rest = packed.subarray(levels);
  const length = requireSize(header.uncompressed_page_size) - levels;
  const bytes = page?.is_compressed === false ? rest : unpack(rest, requireSize(length));
  requireCodes(bytes, page?.encoding, element, values);
  return values;
}

/** Validates dictionary codes or booleans, which are run-length encoded. */
function requireCodes(
  bytes: Uint8Array,
  encoding: string | undefined,
  element: SchemaElement,
  values: number,
): void {
  if (encoding === 'RLE' && element.type === 'BOOLEAN') requireRuns(bytes.subarray(4), 1, values);
  else if (encoding === 'RLE' || encoding?.endsWith('_DICTIONARY')) {
    const width = bytes[0] ?? 0;
    if (width > 32) throw new Error('codes of more than 32 bits');
    if (width > 0) requireRuns(bytes.subarray(1), width, values);
  }
}

function requireRuns(bytes: Uint8Array, width: number, values: number): void {
  let position = 0;
  for (let seen = 0; seen < values;) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[position];
      if (byte === undefined || shift > 28) throw new Error('a run without its length');
      header |= (byte & 0x7f) << shift;
      position += 1;
      if ((byte & 0x80) === 0) break;
    }
    const count = header >>> 1;
    const isPacked = (header & 1) === 1;
    if (!isPacked && count > values - seen) throw new Error('a run that is too long');
    seen += isPacked ? count * 8 : count;
    position += isPacked ? count * width : (width + 7) >> 3;
  }
}

function lengthAt(bytes: Uint8Array, position: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(position, true);
}

function requireSize(value: unknown, max = 0x7fffffff): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) {
    return value;
  }
  throw new Error(`a page with a size of ${String(value)}`);
}
