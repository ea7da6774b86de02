/** One table of orders in an input file. Plain data, because it crosses to the worker. */
export interface Source {
  /** The name shown to the user: the file's, or that of its entry in an archive. */
  readonly name: string;
  readonly file: File;
  readonly container: Container;
}

/** What the text is packed in, or what it is written from. */
export type Container =
  | { readonly type: 'plain' }
  | { readonly type: 'gzip' }
  | { readonly type: 'zip'; readonly entry: number }
  /** `sheet` is an index of `sheets`, which names all worksheets in order, hidden ones included. */
  | { readonly type: 'xlsx'; readonly sheet: number; readonly sheets: readonly string[] }
  | { readonly type: 'parquet' };

/**
 * Whether the file holds the text itself. Otherwise we write the text, in UTF-8 and
 * `WRITTEN_DIALECT`.
 */
export function isText(container: Container): boolean {
  return container.type !== 'xlsx' && container.type !== 'parquet';
}

/** Whether a person can choose another sheet. */
export function hasSheets({ container }: Source): boolean {
  return container.type === 'xlsx' && container.sheets.length > 1;
}

/** A run of bytes, cut anywhere. */
export interface Block {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes read from disk for this block, so fewer than its length if the file is compressed. */
  readonly readBytes: number;
  readonly isLast: boolean;
}

/** A text that is being unpacked or written, in runs of any size. */
export interface Unpacking {
  readonly runs: AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /** Bytes read from disk so far. */
  readBytes(): number;
}
