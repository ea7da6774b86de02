/** Rejected records, kept where millions of them do not fill the page's memory. */
import type { ReasonGroup, Reject, Rejects, TableHeader } from '../domain/receipt';

/** Of each reason; enough to see what is wrong. */
const FIRST = 5;

/** A record as JSON: its header by number, and without the name of its source. */
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
 * Of one table of orders. Its texts are in Blobs, which browsers keep outside of the page's memory,
 * and on the disk where there are many.
 */
export class RejectLog implements Rejects {
  count = 0;
  hasRawLines = false;
  readonly tables: TableHeader[] = [];
  readonly #source: string;
  readonly #groups = new Groups();
  readonly #batches: Blob[] = [];
  /** By what is in them: each chunk that a worker has read brings copies of its own. */
  readonly #numbers = new Map<string, number>();
  readonly #numberOf = new WeakMap<TableHeader, number>();

  /** `source`: the table's name. */
  constructor(source: string) {
    this.#source = source;
  }

  get groups(): readonly ReasonGroup[] {
    return this.#groups.sorted();
  }

  /** The next in the order of their lines, few enough to be written down at once. */
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

/** Those of several tables of orders, one table after the other. */
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
