/** One readable stream in an input file. Plain data, because it is posted to the worker. */
export interface Source {
  /** Name shown to the user: the file's, or the entry's in an archive. */
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
 * Returns true if the file itself contains text. Other sources are converted to UTF-8 in
 * `WRITTEN_DIALECT`.
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
