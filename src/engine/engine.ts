import type { Row, Rows, Spec } from '../lib/kinds';

/** UTF-8 text, value i from `offsets[i]` to `offsets[i + 1]` in `bytes`: what Arrow calls Utf8. */
export interface TextColumn {
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
}

/** A column to insert: 32-bit integers, bytes (UTINYINT) or text. */
export type Column = Int32Array | Uint8Array | TextColumn;

/** A statement with the name that an error calls it by. */
export interface Statement {
  readonly name: string;
  readonly sql: string;
}

/**
 * All that the rest of the project knows of the database. What is asked of it is done in the order in
 * which it was asked: nobody need wait for an answer only to ask the next.
 */
export interface Engine {
  /** Statements in their order, as one: a word with the engine takes as long as many a statement. */
  run(...statements: readonly Statement[]): Promise<void>;
  /** The statement's rows, in its order. Throws where a column is not what the spec says. */
  query<const S extends Spec>(statement: Statement, spec: S): Promise<Rows<Row<S>>>;
  /** A table of exactly these rows, in place of the one of that name; the columns are of one length. */
  replace(table: string, columns: Readonly<Record<string, Column>>): Promise<void>;
  close(): Promise<void>;
}

export class QueryError extends Error {
  override readonly name = 'QueryError';

  constructor(statement: Statement, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${statement.name}: ${reason}`, { cause });
  }
}

/** What opening the engine tells of itself. */
export interface DownloadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}
