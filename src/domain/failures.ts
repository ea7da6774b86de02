export type FileKind =
  | 'PDF document'
  | 'old or protected workbook'
  | 'Parquet file in an archive'
  | 'archive in an archive'
  | 'encrypted Parquet file'
  | 'PNG image'
  | 'JPEG image'
  | 'GIF image'
  | 'SQLite database'
  | 'JSON'
  | 'web page or XML'
  | 'contact or calendar'
  | 'database dump'
  | 'binary file';

export type DocumentKind = 'xlsb' | 'Word' | 'PowerPoint' | 'OpenDocument' | 'Apple document';

/**
 * The first column names and the number of further ones, because a header can have ten thousand
 * names.
 */
export interface HeaderNames {
  readonly names: readonly string[];
  readonly more: number;
}

export interface RejectCount {
  readonly reason: string;
  readonly records: number;
}

interface AllRejected {
  readonly records: number;
  readonly reasons: readonly RejectCount[];
}

export type InternalFailureId =
  | 'unexpected'
  | 'engine not downloaded'
  | 'page not downloaded'
  | 'sample not downloaded'
  | 'sample out of reach'
  | 'engine not started'
  | 'engine stopped'
  | 'engine lost'
  | 'out of memory'
  | 'reader stopped';

export type PlainFailureId =
  | InternalFailureId
  | 'empty file'
  | 'unreadable file'
  | 'file changed'
  | 'file gone'
  | 'no leave to read'
  | 'unreadable workbook'
  | 'unreadable Parquet file'
  | 'unopened archive'
  | 'archive without a table'
  | 'old or protected workbook'
  | 'empty sheet'
  | 'no plain column'
  | 'no records'
  | 'unreadable folder';

interface ValuesById {
  'other kind': { readonly kind: FileKind; readonly example: string };
  'blank file': { readonly bytes: number; readonly example: string };
  'open quote in the header': { readonly line: number };
  'no lines': { readonly bytes: number; readonly example: string };
  'no orders': { readonly line: number; readonly header: HeaderNames };
  'no known column': { readonly line: number; readonly name: string; readonly example: string };
  'bank statement': {
    readonly line: number;
    readonly columns: number;
    readonly header: HeaderNames;
    readonly example: string;
  };
  'other document': { readonly document: DocumentKind };
  'archive too full': { readonly files: number; readonly most: number };
  'workbook too large': { readonly most: number };
  'empty workbook': { readonly hasHidden: boolean };
  'row group too large': { readonly records: number; readonly bytes: number };
  'too many names': { readonly names: number };
  'no record kept': AllRejected;
  'quote took all records': AllRejected & { readonly line: number; readonly linesAfter: number };
  'folder without a table': {
    readonly named: readonly { readonly ending: string; readonly files: number }[];
    readonly others: number;
    readonly endings: readonly string[];
  };
  'folder too deep': { readonly most: number };
  'folder too full': { readonly most: number };
}

export type FailureId = PlainFailureId | keyof ValuesById;

export type FailureValues<Id extends FailureId> = Id extends keyof ValuesById
  ? ValuesById[Id]
  : unknown;
