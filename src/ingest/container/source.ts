/** One table of orders in a dropped file. Plain data, for it crosses to the worker. */
export interface Source {
  /** What the user knows it by: the file's name, or the entry's in an archive. */
  readonly name: string;
  readonly file: File;
  readonly container: Container;
}

/** What the text is wrapped in, or the table made from. */
export type Container =
  | { readonly type: 'plain' }
  | { readonly type: 'gzip' }
  | { readonly type: 'zip'; readonly entry: number }
  /** `sheet` is the place in `sheets`: the names of all worksheets in their order, hidden ones too. */
  | { readonly type: 'xlsx'; readonly sheet: number; readonly sheets: readonly string[] }
  | { readonly type: 'parquet' };

/** Whether the text is the file's own, or one that we write of it: then in UTF-8 and `WRITTEN_DIALECT`. */
export function isText(container: Container): boolean {
  return container.type !== 'xlsx' && container.type !== 'parquet';
}

/** Whether there is another sheet that a person may have meant. */
export function hasSheets({ container }: Source): boolean {
  return container.type === 'xlsx' && container.sheets.length > 1;
}

/** A run of bytes, cut anywhere. */
export interface Block {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of the file on the disk that were read for it: fewer where it was compressed. */
  readonly readBytes: number;
  readonly isLast: boolean;
}

/** A text as it is unpacked or made, in runs of any size. */
export interface Unpacking {
  readonly runs: AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /** Bytes of the file on the disk that it took so far. */
  readBytes(): number;
}
