/**
 * Converts a Parquet file to CSV in UTF-8, a batch of records at a time. The header is line 1 and
 * record i is line i + 1.
 */
import { parquetMetadataAsync, parquetScan, parquetSchema } from 'hyparquet';
import type { AsyncBuffer, ColumnMetaData, FileMetaData, SchemaElement } from 'hyparquet';
import { Failure } from '../../domain/failure';
import { csvLine } from '../records/csv-line';
import type { TextStream } from '../container/source';
import { isReadable, textWriterFor, unannotated, type TextWriter } from './columns';
import { compressorsFor } from './compressors';
import { requirePages } from './pages';

/**
 * Limits for a row group, which is read into memory as a whole. Usual row groups have 100,000 to a
 * million records and up to 128 MB.
 */
const MAX_GROUP = { bytes: 1024 ** 3, records: 16 * 1024 ** 2 };

/**
 * The size of the first batch, which gives inspection the 1 MiB of text that it needs. Inspection
 * need not wait for a whole row group.
 */
const FIRST_RECORDS = 65_536;

const BATCH_RECORDS = 4096;

const decoder = new TextDecoder();

/** Disables hyparquet's remaining conversions, which `unannotated` cannot remove. */
const PARSERS = {
  timestampFromNanoseconds: (nanoseconds: bigint) => nanoseconds,
  jsonFromBytes: (bytes: Uint8Array) => decoder.decode(bytes),
};

/**
 * Returns the file as a stream of CSV. Reading it throws Failures, and plain Errors if the file is
 * damaged.
 */
export function parquetText(file: File): TextStream {
  const progress = { share: 0 };
  return {
    runs: runsOfFile(file, progress),
    readBytes: () => Math.round(file.size * progress.share),
  };
}

async function* runsOfFile(
  file: File,
  progress: { share: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const slices = slicesOf(file);
  const metadata = await parquetMetadataAsync(slices, { geoparquet: false });
  const elements = columnsOf(metadata, file);
  const groups = groupsOf(metadata, file);
  const columns = elements.map(({ name }) => name);
  const writers = elements.map(textWriterFor);
  const compressors = await compressorsFor(metadata);
  const scan = await parquetScan({
    file: slices,
    metadata: { ...metadata, schema: metadata.schema.map(unannotated) },
    columns,
    compressors,
    utf8: false,
    geoparquet: false,
    useOffsetIndex: false,
    parsers: PARSERS,
  });
  const encoder = new TextEncoder();
  yield encoder.encode(csvLine(columns));
  const records = groups.at(-1)?.end ?? 0;
  for (const group of groups) {
    for (const element of elements) {
      const column = group.columns.get(element.name);
      if (!column) throw new Error(`a row group without ${element.name}`);
      await requirePages(
        slices,
        { element, column, records: group.end - group.start },
        compressors,
      );
    }
    for (const [rowStart, rowEnd] of rangesOf(group)) {
      const values: ArrayLike<unknown>[] = [];
      for (const column of columns) {
        const data = await scan.readColumn({ column, rowStart, rowEnd });
        if (data.length !== rowEnd - rowStart) throw new Error(`${column} has too few values`);
        values.push(data);
      }
      for (let start = 0; start < rowEnd - rowStart; start += BATCH_RECORDS) {
        const end = Math.min(start + BATCH_RECORDS, rowEnd - rowStart);
        progress.share = (rowStart + end) / records;
        yield encoder.encode(linesOf(values, writers, start, end));
      }
    }
  }
  progress.share = 1;
}

/**
 * Reads slices of the file. Throws if an offset in a damaged file is out of range, because browsers
 * would clamp it and Node would exit.
 */
function slicesOf(file: File): AsyncBuffer {
  return {
    byteLength: file.size,
    slice(start, end = file.size) {
      if (!(start >= 0 && start <= end && end <= file.size)) {
        throw new RangeError(`no bytes ${String(start)} to ${String(end)}`);
      }
      return file.slice(start, end).arrayBuffer();
    },
  };
}

function linesOf(
  values: readonly ArrayLike<unknown>[],
  writers: readonly TextWriter[],
  start: number,
  end: number,
): string {
  let lines = '';
  for (let index = start; index < end; index += 1) {
    lines += csvLine(writers.map((textOf, column) => textOf(values[column]![index])));
  }
  return lines;
}

interface Group {
  /** The records of the row group are `[start, end)` of all records in the file. */
  readonly start: number;
  readonly end: number;
  readonly columns: ReadonlyMap<string, ColumnMetaData>;
}

function groupsOf(metadata: FileMetaData, file: File): Group[] {
  const groups: Group[] = [];
  let start = 0;
  for (const group of metadata.row_groups) {
    const records = Number(group.num_rows);
    const bytes = Number(group.total_byte_size);
    if (!(records >= 0)) throw new Error(`a row group of ${String(records)} records`);
    if (bytes > MAX_GROUP.bytes || records > MAX_GROUP.records) {
      throw tooLarge(file, records, bytes);
    }
    if (records === 0) continue;
    const columns = group.columns.flatMap(({ meta_data: column }) =>
      column ? [[column.path_in_schema.join('.'), column] as const] : [],
    );
    groups.push({ start, end: start + records, columns: new Map(columns) });
    start += records;
  }
  return groups;
}

function rangesOf({ start, end }: Group): [rowStart: number, rowEnd: number][] {
  const cut = start === 0 ? Math.min(FIRST_RECORDS, end) : end;
  return cut < end
    ? [
        [start, cut],
        [cut, end],
      ]
    : [[start, end]];
}

function columnsOf(metadata: FileMetaData, file: File): SchemaElement[] {
  const columns = parquetSchema(metadata).children.filter(isReadable);
  if (columns.length > 0) return columns.map(({ element }) => element);
  throw new Failure({
    fault: 'input',
    what: 'no plain column',
    where: { file: file.name },
  });
}

function tooLarge(file: File, records: number, bytes: number): Failure {
  return new Failure({
    fault: 'input',
    what: 'row group too large',
    with: { records, bytes },
    where: { file: file.name },
  });
}
