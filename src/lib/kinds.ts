/**
 * What a result column holds. A spec says it once; from it come the type of a row, the check of
 * what the engine returned, the alignment and format on the page, and the type in BigQuery.
 *
 * - `text`: a name, STRING
 * - `count`: a whole number below 2^53, INT64
 * - `money`: hundredths as a bigint, exact at any size, NUMERIC
 *
 * A kind with `?` may be NULL: the column that it is made from is not in the file.
 */
export type Kind = 'text' | 'count' | 'money';
export type ColumnKind = Kind | `${Kind}?`;
export type Spec = Readonly<Record<string, ColumnKind>>;

interface KindTypes {
  text: string;
  count: number;
  money: bigint;
}

type Value<K extends ColumnKind> = K extends Kind
  ? KindTypes[K]
  : K extends `${infer Base extends Kind}?`
    ? KindTypes[Base] | null
    : never;

/** A value of a result. */
export type Cell = string | number | bigint | null;

export type Row<S extends Spec> = { readonly [C in keyof S]: Value<S[C]> };

/** A result: rows in order, decoded when they are looked at. An array of rows is one too. */
export interface Rows<R> extends Iterable<R> {
  readonly length: number;
  /** The row at `index` from 0, or undefined past the end. */
  at(index: number): R | undefined;
  slice(start: number, end: number): R[];
  /** The cells of one column, where they can be had without the others. */
  column?(name: string, start: number, end: number): readonly unknown[];
}

/** The cells of one column, in the order of the rows. */
export function columnOf<R, C extends keyof R & string>(
  rows: Rows<R>,
  name: C,
  start = 0,
  end = rows.length,
): R[C][] {
  const cells = rows.column?.(name, start, end);
  return cells ? (cells as R[C][]) : rows.slice(start, end).map((row) => row[name]);
}

export function baseKind(kind: ColumnKind): Kind {
  return (kind.endsWith('?') ? kind.slice(0, -1) : kind) as Kind;
}

export function isNullable(kind: ColumnKind): boolean {
  return kind.endsWith('?');
}
