/** Columns in, rows out: the one place where values cross between TypeScript and the engine. */
import {
  makeData,
  makeVector,
  Table,
  tableToIPC,
  Utf8,
  type Table as ArrowTable,
  type Vector,
} from 'apache-arrow';
import type { Cell } from '../lib/format';
import {
  baseKind,
  isNullable,
  type ColumnKind,
  type Row,
  type Rows,
  type Spec,
} from '../lib/kinds';
import { parseMoney } from '../lib/money';
import type { Column, Statement } from './engine';

/** Vectors are made straight from typed arrays: Arrow's builders need `eval`, which a strict policy forbids. */
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

const CASTS = {
  text: 'varchar',
  count: 'bigint',
  money: 'decimal(38, 2)::varchar',
} as const;

/**
 * The statement with each column cast to what `decode` reads: DECIMAL and HUGEINT would arrive as
 * unscaled 128-bit integers.
 */
export function castColumns(statement: Statement, spec: Spec): Statement {
  const columns = Object.entries(spec).map(
    ([name, kind]) => `"${name}"::${CASTS[baseKind(kind)]} as "${name}"`,
  );
  return { name: statement.name, sql: `select ${columns.join(', ')} from (${statement.sql})` };
}

/**
 * Rows over Arrow's own buffers, each cell decoded when it is looked at: a million rows cost no
 * objects. Throws where a column is missing or has a NULL that the spec does not allow.
 */
export function decode<S extends Spec>(table: ArrowTable, spec: S): Rows<Row<S>> {
  return new ArrowRows(table, spec);
}

class ArrowRows<S extends Spec> implements Rows<Row<S>> {
  readonly length: number;
  readonly #columns: { name: string; kind: ColumnKind; vector: Vector }[];

  constructor(table: ArrowTable, spec: S) {
    this.length = table.numRows;
    this.#columns = Object.entries(spec).map(([name, kind], index) => {
      const vector = table.getChildAt(index);
      if (!vector || table.schema.fields[index]?.name !== name) {
        throw new TypeError(`column ${name} is not in the result`);
      }
      if (vector.nullCount > 0 && !isNullable(kind)) {
        throw new TypeError(`column ${name} has no value where the spec says ${kind}`);
      }
      return { name, kind, vector };
    });
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
