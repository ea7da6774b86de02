import type { Row, Rows, Spec } from '../lib/kinds';
import { lossOf, type Loss } from './loss';

/** Texts in the Utf8 layout of Arrow: value i is `bytes[offsets[i], offsets[i + 1])`. */
export interface TextColumn {
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
}

/** A column to insert: 32-bit integers, bytes (UTINYINT) or text. */
export type Column = Int32Array | Uint8Array | TextColumn;

export interface Statement {
  readonly name: string;
  readonly sql: string;
}

/**
 * The interface of this folder. Requests run in the order of the calls, so that a caller can send a
 * request without awaiting the previous one.
 */
export interface Engine {
  /** Runs the statements in order, in one round trip. */
  run(...statements: readonly Statement[]): Promise<void>;
  /** Resolves to the statement's rows. Rejects if a column does not match the spec. */
  query<const S extends Spec>(statement: Statement, spec: S): Promise<Rows<Row<S>>>;
  /** Replaces the table with these rows. All columns must have the same length. */
  replace(table: string, columns: Readonly<Record<string, Column>>): Promise<void>;
  /**
   * Packs the rows of the statement for another engine. Each column gets the SQL type of its kind.
   */
  pack(statement: Statement, spec: Spec): Promise<PackedRows>;
  close(): Promise<void>;
}

export class QueryError extends Error {
  override readonly name = 'QueryError';
  /** The way in which the engine was lost; null if it can still be used. */
  readonly loss: Loss | null;

  constructor(statement: Statement, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${statement.name}: ${reason}`, { cause });
    this.loss = lossOf(cause);
  }
}

/** Rows as an Arrow stream, to move them to another engine. */
export type PackedRows = Uint8Array;

export interface PackedPart {
  readonly table: string;
  readonly rows: PackedRows;
}

export interface Answer {
  readonly columns: readonly {
    readonly name: string;
    readonly isNumber: boolean;
  }[];
  /** The cells as exact text, whatever their type. The columns are named `c0`, `c1` and so on. */
  readonly rows: Rows<Readonly<Record<string, string | null>>>;
  readonly hasMore: boolean;
}

/**
 * A separate engine for the queries that users type. It contains only the tables that `fill` adds,
 * and a query cannot change them.
 */
export interface AskingEngine {
  /**
   * Replaces all tables. It must not run during `ask` or another `fill`. If it rejects, some tables
   * are missing, and it can be called again.
   */
  fill(parts: AsyncIterable<PackedPart>): Promise<void>;
  /** Resolves to at most `most` rows. Rejects with an AskError. */
  ask(sql: string, most: number): Promise<Answer>;
  /** Closes the engine and ends a running query. */
  close(): Promise<void>;
}

export class AskError extends Error {
  override readonly name = 'AskError';
  /** The line with the error and a caret below its position, or null. */
  readonly marker: string | null;
  readonly isNotAQuery: boolean;
  /** Whether the engine must be replaced. */
  readonly isEngineLost: boolean;

  constructor(
    message: string,
    {
      marker = null,
      isNotAQuery = false,
      isEngineLost = false,
      cause,
    }: {
      marker?: string | null;
      isNotAQuery?: boolean;
      isEngineLost?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause });
    this.marker = marker;
    this.isNotAQuery = isNotAQuery;
    this.isEngineLost = isEngineLost;
  }
}

/** Progress of the engine's download, in packed bytes. */
export interface DownloadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}
