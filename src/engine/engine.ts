import type { Row, Rows, Spec } from '../lib/kinds';
import { lossOf, type Loss } from './loss';

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
  /** The statement's rows for another engine, each column of the type that its kind has there. */
  pack(statement: Statement, spec: Spec): Promise<PackedRows>;
  close(): Promise<void>;
}

export class QueryError extends Error {
  override readonly name = 'QueryError';
  /** Null where the engine can be asked on. */
  readonly loss: Loss | null;

  constructor(statement: Statement, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${statement.name}: ${reason}`, { cause });
    this.loss = lossOf(cause);
  }
}

/** Rows on their way from one engine to another, as an Arrow stream. */
export type PackedRows = Uint8Array;

/** Rows of a table, which may come in several parts. */
export interface PackedPart {
  readonly table: string;
  readonly rows: PackedRows;
}

/** The answer to a query that a person has typed. */
export interface Answer {
  /** Under their own names, which may be anything. */
  readonly columns: readonly {
    readonly name: string;
    /** Whether its texts are numbers, as exact as the engine has them. */
    readonly isNumber: boolean;
  }[];
  /** What a cell holds as a text, whatever its type; the columns are `c0`, `c1` and so on. */
  readonly rows: Rows<Readonly<Record<string, string | null>>>;
  /** Whether it has more rows than these. */
  readonly hasMore: boolean;
}

/**
 * An engine of its own for what people type: it has the tables that it was filled with, reaches nothing
 * else, and each query leaves it as it was.
 */
export interface AskingEngine {
  /**
   * These tables in the place of those before. Not while it is asked or filled. Where it rejects, it
   * has some of them, and can be filled again.
   */
  fill(parts: AsyncIterable<PackedPart>): Promise<void>;
  /** Up to `most` rows. Throws an AskError. */
  ask(sql: string, most: number): Promise<Answer>;
  /** Ends a query that is under way too. */
  close(): Promise<void>;
}

/** Why there is no answer, in the engine's words. */
export class AskError extends Error {
  override readonly name = 'AskError';
  /** The line that is meant, and below it a mark at the place; null where it names none. */
  readonly marker: string | null;
  /** Whether it was something other than one query. */
  readonly isNoQuery: boolean;
  /** Whether the engine can answer nothing any more. */
  readonly isEngineLost: boolean;

  constructor(
    message: string,
    {
      marker = null,
      isNoQuery = false,
      isEngineLost = false,
      cause,
    }: {
      marker?: string | null;
      isNoQuery?: boolean;
      isEngineLost?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause });
    this.marker = marker;
    this.isNoQuery = isNoQuery;
    this.isEngineLost = isEngineLost;
  }
}

/** What opening the engine tells of itself. */
export interface DownloadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}
