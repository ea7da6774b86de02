import type { Row, Rows, Spec } from '../../lib/kinds';

/**
 * Rows with one column masked on access. `order` maps each place to the index of the underlying
 * row; without `order`, the order stays the same.
 */
export class MaskedRows<R extends Row<Spec>> implements Rows<R> {
  readonly length: number;
  readonly #rows: Rows<R>;
  readonly #name: string;
  readonly #mask: (text: string) => string;
  readonly #order: Uint32Array | null;

  constructor(
    rows: Rows<R>,
    name: keyof R & string,
    mask: (text: string) => string,
    order: Uint32Array | null = null,
  ) {
    this.length = rows.length;
    this.#rows = rows;
    this.#name = name;
    this.#mask = mask;
    this.#order = order;
  }

  at(index: number): R | undefined {
    const row = this.#rows.at(this.#order?.[index] ?? index);
    return row && { ...row, [this.#name]: this.#masked(row[this.#name]) };
  }

  placeOf(row: number): number {
    return this.#order?.indexOf(row) ?? row;
  }

  slice(start: number, end: number): R[] {
    const rows: R[] = [];
    for (let index = start; index < Math.min(end, this.length); index += 1) {
      rows.push(this.at(index)!);
    }
    return rows;
  }

  column(name: string, start: number, end: number): readonly unknown[] {
    const cells = this.#cells(name, start, Math.min(end, this.length));
    return name === this.#name ? cells.map((cell) => this.#masked(cell)) : cells;
  }

  *[Symbol.iterator](): Iterator<R> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index)!;
  }

  #cells(name: string, start: number, end: number): readonly unknown[] {
    const order = this.#order;
    if (!order) return cellsOf(this.#rows, name, start, end);
    return Array.from({ length: Math.max(0, end - start) }, (_, offset) => {
      const place = order[start + offset]!;
      return cellsOf(this.#rows, name, place, place + 1)[0];
    });
  }

  #masked(cell: unknown): unknown {
    return typeof cell === 'string' ? this.#mask(cell) : cell;
  }
}

function cellsOf(rows: Rows<Row<Spec>>, name: string, start: number, end: number) {
  return rows.column?.(name, start, end) ?? rows.slice(start, end).map((row) => row[name]);
}
