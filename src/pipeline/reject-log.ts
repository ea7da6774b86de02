/** Stores rejected records outside the page's memory. */
import type { ReasonGroup, Reject, Rejects, TableHeader } from '../domain/receipt';

/** The number of records that are shown per reason. */
const FIRST = 5;

/**
 * A rejected record as it is stored in JSON. `table` is an index into `tables`, and the source is
 * left out.
 */
type Packed =
  | readonly [line: number, reasons: string, table: number, fields: readonly string[]]
  | readonly [line: number, reasons: string, table: number, rawLine: string, lines: number];

class Groups {
  readonly #groups = new Map<string, { reason: string; records: number; first: Reject[] }>();

  add({ reason, records, first }: ReasonGroup): void {
    const group = this.#groups.get(reason) ?? { reason, records: 0, first: [] };
    this.#groups.set(reason, group);
    group.records += records;
    if (group.first.length < FIRST) group.first.push(...first.slice(0, FIRST - group.first.length));
  }

  sorted(): ReasonGroup[] {
    return [...this.#groups.values()].sort((a, b) => b.records - a.records);
  }
}

/**
 * The rejects of one input table. Texts are in Blobs, which browsers keep outside the page's memory
 * or on disk.
 */
export class RejectLog implements Rejects {
  count = 0;
  hasRawLines = false;
  readonly tables: TableHeader[] = [];
  readonly #source: string;
  readonly #groups = new Groups();
  readonly #batches: Blob[] = [];
  /**
   * The index of each header in `tables`. The key is its content, because each chunk from a worker
   * has its own copies.
   */
  readonly #numbers = new Map<string, number>();
  readonly #numberOf = new WeakMap<TableHeader, number>();

  /** `source` is the input table's name. */
  constructor(source: string) {
    this.#source = source;
  }

  get groups(): readonly ReasonGroup[] {
    return this.#groups.sorted();
  }

  /**
   * Adds the next rejects in line order. A batch must be small, because it is converted to JSON at
   * once.
   */
  add(rejects: readonly Reject[]): void {
    for (const reject of rejects) {
      for (const reason of reject.reasons.split('; ')) {
        this.#groups.add({ reason, records: 1, first: [reject] });
      }
      if ('rawLine' in reject.record) this.hasRawLines = true;
    }
    this.count += rejects.length;
    const packed = rejects.map((reject) => this.#pack(reject));
    this.#batches.push(new Blob([JSON.stringify(packed)]));
  }

  async *batches(): AsyncGenerator<readonly Reject[]> {
    for (const batch of this.#batches) {
      const packed = JSON.parse(await batch.text()) as readonly Packed[];
      yield packed.map((each) => this.#unpack(each));
    }
  }

  #pack({ line, reasons, record }: Reject): Packed {
    const table = this.#number(record.table);
    if ('fields' in record) return [line, reasons, table, record.fields];
    return [line, reasons, table, record.rawLine, record.lines];
  }

  #unpack(packed: Packed): Reject {
    const [line, reasons, number] = packed;
    const table = this.tables[number]!;
    const record =
      packed.length === 4
        ? { table, fields: packed[3] }
        : { table, rawLine: packed[3], lines: packed[4] };
    return { source: this.#source, line, reasons, record };
  }

  #number(table: TableHeader): number {
    const known = this.#numberOf.get(table);
    if (known !== undefined) return known;
    const { header, columns, restaurant } = table;
    const content = JSON.stringify([header, columns, restaurant]);
    const number = this.#numbers.get(content) ?? this.tables.push(table) - 1;
    this.#numbers.set(content, number);
    this.#numberOf.set(table, number);
    return number;
  }
}

export function joinRejects(parts: readonly Rejects[]): Rejects {
  const groups = new Groups();
  for (const group of parts.flatMap((part) => part.groups)) groups.add(group);
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    groups: groups.sorted(),
    tables: parts.flatMap(({ tables }) => tables),
    hasRawLines: parts.some(({ hasRawLines }) => hasRawLines),
    async *batches() {
      for (const part of parts) yield* part.batches();
    },
  };
}
