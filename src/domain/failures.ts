/** What a file is that cannot be read as orders, judged by its content. */
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

/** An office document that is a ZIP archive but not a workbook we read. */
export type DocumentKind = 'xlsb' | 'Word' | 'PowerPoint' | 'OpenDocument' | 'Apple document';

/** The first columns of a header: a header can have ten thousand. */
export interface HeaderNames {
  readonly names: readonly string[];
  /** How many columns follow them. */
  readonly more: number;
}

/** A rejection reason, as `rejected_rows.csv` names it, and the number of records that have it. */
export interface RejectCount {
  readonly reason: string;
  readonly records: number;
}

interface AllRejected {
  readonly records: number;
  readonly reasons: readonly RejectCount[];
}

/** The page, the browser or the network failed, and not the file. */
export type OurFailureId =
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

/** Failures whose sentences need no values. */
export type PlainFailureId =
  | OurFailureId
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

/** The values that the sentences of each other failure need. */
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
    /** The most frequent file endings, each with its number of files. */
    readonly named: readonly { readonly ending: string; readonly files: number }[];
    /** The number of all other files. */
    readonly others: number;
    readonly endings: readonly string[];
  };
  'folder too deep': { readonly most: number };
  'folder too full': { readonly most: number };
}

/** What happened. The message catalogue has the sentences for each id. */
export type FailureId = PlainFailureId | keyof ValuesById;

/** The values of a failure; `unknown` where its sentences need none. */
export type FailureValues<Id extends FailureId> = Id extends keyof ValuesById
  ? ValuesById[Id]
  : unknown;
