import {
  makeData,
  makeVector,
  Table,
  tableToIPC,
  Utf8,
  type Table as ArrowTable,
  type Vector,
} from 'apache-arrow';
import type { Cell } from '../lib/kinds';
import {
  baseKind,
  isNullable,
  type ColumnKind,
  type Kind,
  type Row,
  type Rows,
  type Spec,
} from '../lib/kinds';
import { parseMoney } from '../domain/money';
import type { Column, Statement } from './engine';

/**
 * Encodes columns as an Arrow stream. Vectors are built from typed arrays, because the builders of
 * Arrow need `eval`, which the security policy forbids.
 */
export function toIpc(columns: Readonly<Record<string, Column>>): Uint8Array {
  const vectors: Record<string, Vector> = {};
  for (const [name, column] of Object.entries(columns)) vectors[name] = toVector(column);
  return tableToIPC(new Table(vectors), 'stream');
}

function toVector(column: Column): Vector {
  if (column instanceof Int32Array) return makeVector(column);
  if (column instanceof Uint8Array) return makeVector(column);
  return makeVector(
    makeData({
      type: new Utf8(),
      length: column.offsets.length - 1,
      nullCount: 0,
      valueOffsets: column.offsets,
      data: column.bytes,
    }),
  );
}

const TYPES = {
  text: 'varchar',
  count: 'bigint',
  money: 'decimal(38, 2)',
} as const;

const CASTS = { ...TYPES, money: `${TYPES.money}::varchar` } as const;

type Casts = Readonly<Record<Kind, string>>;

/**
 * Casts each column to a type that `decode` reads, because DECIMAL and HUGEINT would arrive as
 * unscaled 128-bit integers.
 */
export function castColumns(statement: Statement, spec: Spec): Statement {
  return castTo(CASTS, statement, spec);
}

export function typeColumns(statement: Statement, spec: Spec): Statement {
  return castTo(TYPES, statement, spec);
}

function castTo(casts: Casts, statement: Statement, spec: Spec): Statement {
  const columns = Object.entries(spec).map(
    ([name, kind]) => `"${name}"::${casts[baseKind(kind)]} as "${name}"`,
  );
  return { name: statement.name, sql: `select ${columns.join(', ')} from (${statement.sql})` };
}

/**
 * Wraps Arrow's buffers as rows, and decodes a cell only when it is read, so that a million rows
 * need no objects. Throws a TypeError if a column is missing or has a NULL that the spec forbids.
 */
export function decode<S extends Spec>(table: ArrowTable, spec: S): Rows<Row<S>> {
  const columns = Object.entries(spec).map(([name, kind], index) => {
    const vector = table.getChildAt(index);
    if (!vector || table.schema.fields[index]?.name !== name) {
      throw new TypeError(`column ${name} is not in the result`);
    }
    if (vector.nullCount > 0 && !isNullable(kind)) {
      throw new TypeError(`column ${name} has no value where the spec says ${kind}`);
    }
    return { name, kind, vector };
  });
  return new ArrowRows(table.numRows, columns);
}

/** Wraps the first `most` rows of a text result. Its columns are named `c0`, `c1` and so on. */
export function decodeTexts(
  table: ArrowTable,
  most: number,
): Rows<Readonly<Record<string, string | null>>> {
  const columns = table.schema.fields.map((_, index) => ({
    name: `c${String(index)}`,
    kind: 'text?' as const,
    vector: table.getChildAt(index)!,
  }));
  return new ArrowRows<Record<string, 'text?'>>(Math.min(most, table.numRows), columns);
}

class ArrowRows<S extends Spec> implements Rows<Row<S>> {
  readonly length: number;
  readonly #columns: readonly { name: string; kind: ColumnKind; vector: Vector }[];

  constructor(
    length: number,
    columns: readonly { name: string; kind: ColumnKind; vector: Vector }[],
  ) {
    this.length = length;
    this.#columns = columns;
  }

  at(index: number): Row<S> | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const cells = this.#columns.map(({ name, kind, vector }) => [
      name,
      decodeCell(vector.get(index), name, kind),
    ]);
    return Object.fromEntries(cells) as Row<S>;
  }

  slice(start: number, end: number): Row<S>[] {
    const rows: Row<S>[] = [];
    for (let index = start; index < Math.min(end, this.length); index += 1) {
      rows.push(this.at(index)!);
    }
    return rows;
  }

  column(name: string, start: number, end: number): Cell[] {
    const { kind, vector } = this.#columns.find((column) => column.name === name)!;
    const cells: Cell[] = [];
    for (let index = start; index < Math.min(end, this.length); index += 1) {
      cells.push(decodeCell(vector.get(index), name, kind));
    }
    return cells;
  }

  *[Symbol.iterator](): Iterator<Row<S>> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index)!;
  }
}

function decodeCell(value: unknown, name: string, kind: ColumnKind): Cell {
  if (value === null) return null;
  const base = baseKind(kind);
  if (base === 'count' && typeof value === 'bigint') {
    const count = Number(value);
    if (Number.isSafeInteger(count)) return count;
  } else if (typeof value === 'string') {
    return base === 'money' ? parseMoney(value) : value;
  }
  throw new TypeError(`column ${name} is not ${kind}: ${String(value)}`);
}
