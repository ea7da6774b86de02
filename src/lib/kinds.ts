/**
 * The kind of a result column. The kinds of the columns determine the type of a row, the validation
 * of results from the engine, alignment and format on the page, and the types in BigQuery.
 *
 * - `text`: a name; STRING in BigQuery
 *
 * - `count`: a whole number below 2^53; INT64 in BigQuery
 *
 * - `money`: hundredths as a bigint, exact at any size; NUMERIC in BigQuery
 *
 * A column of a kind with `?` can be NULL, if the file lacks a column that it needs.
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

export type Cell = string | number | bigint | null;

export type Row<S extends Spec> = { readonly [C in keyof S]: Value<S[C]> };

/** A result whose rows are decoded on access. An array of rows also satisfies it. */
export interface Rows<R> extends Iterable<R> {
  readonly length: number;
  at(index: number): R | undefined;
  slice(start: number, end: number): R[];
  /** Returns the cells of one column without decoding the others. */
  column?(name: string, start: number, end: number): readonly unknown[];
}

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
