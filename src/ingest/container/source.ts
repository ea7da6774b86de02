/**
 * One table in an input file: the file itself, an archive entry or a worksheet. It is plain data,
 * so that it can be posted to the worker.
 */
export interface Source {
  /** The name shown to the user: the file's name, or the entry's name in an archive. */
  readonly name: string;
  readonly file: File;
  readonly container: Container;
}

export type Container =
  | { readonly type: 'plain' }
  | { readonly type: 'gzip' }
  | { readonly type: 'zip'; readonly entry: number }
  /**
   * `sheet` is an index in `sheets`, the names of all worksheets in order, including hidden ones.
   */
  | { readonly type: 'xlsx'; readonly sheet: number; readonly sheets: readonly string[] }
  | { readonly type: 'parquet' };

/**
 * Returns true if the source itself is text. Workbooks and Parquet files are converted to CSV in
 * `WRITTEN_DIALECT`, encoded as UTF-8.
 */
export function isText(container: Container): boolean {
  return container.type !== 'xlsx' && container.type !== 'parquet';
}

export function hasSheets({ container }: Source): boolean {
  return container.type === 'xlsx' && container.sheets.length > 1;
}

export interface Block {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of the input file read for this block; fewer than `bytes` if compressed. */
  readonly readBytes: number;
  readonly isLast: boolean;
}

export interface TextStream {
  readonly runs: AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /** Returns the bytes of the input file read so far. */
  readBytes(): number;
}
