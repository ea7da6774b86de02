/** One chunk through the models: raw values cleaned, order lines rejected or added up. */
import type { Engine } from '../engine/engine';
import type { Chunk } from '../ingest/chunk';
import type { Layout } from '../ingest/layout';
import { orderLine, rawText } from '../ingest/record';
import type { TotalRow } from '../lib/findings';
import type { Reject } from '../lib/receipt';
import type { Role } from '../lib/roles';
import { concatenateTexts } from '../lib/text-column';
import { ROLLUPS, STAGING } from '../sql';
import { insertInto, type Model } from '../sql/model';
import { isTotalWord } from '../sql/total-words';

const CLEANING: readonly { roles: readonly Role[]; model: Model }[] = [
  { roles: ['restaurant', 'dish', 'customer'], model: insertInto('names', STAGING.clean_names) },
  { roles: ['price'], model: insertInto('prices', STAGING.clean_prices) },
  { roles: ['quantity'], model: insertInto('quantities', STAGING.clean_quantities) },
];

const HAS_TELLING = {
  name: 'has_telling_values',
  sql: `select exists (from ${STAGING.telling_values.name})::integer as has_telling`,
};

const REJECTING = {
  name: STAGING.rejected_lines.name,
  sql: `truncate rejected_lines;\n${insertInto('rejected_lines', STAGING.rejected_lines).sql}`,
};

const TAKING_OUT = {
  name: 'kept_lines',
  sql: 'delete from raw_lines where line in (select line from rejected_lines)',
};

const REJECTED = { name: 'rejected_lines', sql: 'from rejected_lines order by line' };

const REJECTED_LINE = {
  line: 'count',
  reasons: 'text',
  is_total: 'count',
  price: 'money?',
} as const;

const ADDING_UP = [
  insertInto('coded_sales', ROLLUPS.coded_sales),
  insertInto('coded_visits', ROLLUPS.coded_visits),
];

/** The records of a chunk that were rejected. */
export interface Rejected {
  /** In the order of their lines. */
  readonly rejects: readonly Reject[];
  /** Those of them that add others up. */
  readonly totals: readonly TotalRow[];
}

const NONE: Rejected = { rejects: [], totals: [] };

/** The chunks of one table of orders, in their order. */
export class ChunkProcessor {
  readonly #engine: Engine;
  readonly #source: string;
  readonly #layout: Layout;
  /** Whether any value so far may have its line rejected: where none has, no line is looked at for it. */
  #hasTelling: boolean;

  /** `source`: the table's name. */
  constructor(engine: Engine, source: string, layout: Layout) {
    this.#engine = engine;
    this.#source = source;
    this.#layout = layout;
    this.#hasTelling = layout.columns.restaurant === undefined;
  }

  async process(chunk: Chunk): Promise<Rejected> {
    const misshapen = misshapenOf(chunk, this.#source, this.#layout);
    await this.#addValues(chunk);
    if (chunk.line.length === 0) return misshapen;
    const { line, codes } = chunk;
    await this.#engine.replace('raw_lines', { line, ...codes });
    const rejected = this.#hasTelling ? await this.#reject(chunk) : NONE;
    for (const model of ADDING_UP) await this.#engine.run(model);
    return {
      rejects: [...misshapen.rejects, ...rejected.rejects].sort(byLine),
      totals: [...misshapen.totals, ...rejected.totals].sort(byLine),
    };
  }

  async #addValues({ values }: Chunk): Promise<void> {
    if (values.code.length === 0) return;
    await this.#engine.replace('raw_values', {
      role: concatenateTexts(values.role),
      code: values.code,
      text: { offsets: values.offsets, bytes: values.bytes },
      is_valid: values.isValid,
    });
    const fresh = new Set(values.role);
    for (const { roles, model } of CLEANING) {
      if (roles.some((role) => fresh.has(role))) await this.#engine.run(model);
    }
    if (this.#hasTelling) return;
    const rows = await this.#engine.query(HAS_TELLING, { has_telling: 'count' });
    this.#hasTelling = rows.at(0)!.has_telling === 1;
  }

  async #reject(chunk: Chunk): Promise<Rejected> {
    await this.#engine.run(REJECTING);
    const rows = await this.#engine.query(REJECTED, REJECTED_LINE);
    if (rows.length === 0) return NONE;
    await this.#engine.run(TAKING_OUT);
    const rejects: Reject[] = [];
    const totals: TotalRow[] = [];
    for (const { line, reasons, is_total: isTotal, price } of rows) {
      const record = orderLine(chunk, line, this.#layout.dialect);
      rejects.push({ source: this.#source, line, reasons, record });
      const label = isTotal === 1 ? record.fields.find(isTotalWord) : undefined;
      if (label !== undefined) totals.push({ line, label: label.trim(), price });
    }
    return { rejects, totals };
  }
}

function misshapenOf(chunk: Chunk, source: string, layout: Layout): Rejected {
  const rejects: Reject[] = [];
  const totals: TotalRow[] = [];
  for (const misshapen of chunk.misshapen) {
    const { line, lines, reason } = misshapen;
    const rawLine = rawText(chunk, misshapen);
    rejects.push({ source, line, reasons: reason, record: { table: layout, rawLine, lines } });
    const label = firstCell(rawLine, layout);
    if (isTotalWord(label)) totals.push({ line, label, price: null });
  }
  return { rejects, totals };
}

function byLine(a: { readonly line: number }, b: { readonly line: number }): number {
  return a.line - b.line;
}

/** What a record calls itself whose columns cannot be told apart. */
function firstCell(rawLine: string, { dialect }: Layout): string {
  const cells = rawLine.slice(0, 200).split(String.fromCharCode(dialect.delimiter));
  return cells.map((cell) => cell.replaceAll('"', '').trim()).find(Boolean) ?? '';
}
