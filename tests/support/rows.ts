import type { Engine } from '../../src/engine/engine';
import type { Row, Spec } from '../../src/lib/kinds';
import type { Model } from '../../src/sql/model';

export type Literal = string | number | boolean | null;

/** Rows of `dish_sales`, with one line per order. */
export function dishSales(
  ...rows: [restaurant: string, dish: string | null, orders: number, revenue: number | null][]
): Literal[][] {
  return rows.map(([restaurant, dish, orders, revenue]) => [
    ...[restaurant, dish, orders, revenue, orders, orders],
    revenue === null || orders === 0 ? revenue : revenue ** 2 / orders,
  ]);
}

export async function given(
  engine: Engine,
  table: string,
  rows: readonly (readonly Literal[])[],
): Promise<void> {
  await engine.run({ name: table, sql: `truncate ${table}` });
  if (rows.length === 0) return;
  const values = rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ');
  await engine.run({ name: table, sql: `insert into ${table} values ${values}` });
}

export async function rowsOf<const S extends Spec>(
  engine: Engine,
  model: Model,
  spec: S,
): Promise<Row<S>[]> {
  return [...(await engine.query(model, spec))];
}

function literal(value: Literal): string {
  if (value === null) return 'null';
  if (typeof value !== 'string') return String(value);
  // A statement ends at a NUL character.
  return value
    .split('\0')
    .map((part) => `'${part.replaceAll("'", "''")}'`)
    .join(' || chr(0) || ');
}
