/** One table of orders in a dropped file. Plain data, for it crosses to the worker. */
export interface Source {
  /** What the user knows it by: the file's name, or the entry's in an archive. */
  readonly name: string;
  readonly file: File;
  readonly container: Container;
}

/** What the text is wrapped in. */
export type Container =
  | { readonly type: 'plain' }
  | { readonly type: 'gzip' }
  | { readonly type: 'zip'; readonly entry: number }
  | { readonly type: 'xlsx'; readonly sheet: number; readonly sheets: readonly string[] };

/** A run of bytes, cut anywhere. */
export interface Block {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of the file on the disk that were read for it: fewer where it was compressed. */
  readonly readBytes: number;
  readonly isLast: boolean;
}
