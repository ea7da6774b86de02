/** Runs one chunk through the models: cleans values, rejects lines, and adds up the rest. */
import type { Engine } from '../engine/engine';
import type { Chunk, MisshapenRecord } from '../ingest/records/chunk';
import type { Layout } from '../ingest/layout/layout';
import { orderLine, rawText } from '../ingest/records/record';
import { yieldToPage } from '../lib/yield-to-page';
import type { Row } from '../lib/kinds';
import type { Reject } from '../domain/receipt';
import { ROLES, type Role } from '../domain/roles';
import { repeatedTexts } from '../lib/text-column';
import { ROLLUPS, STAGING } from '../sql';
import { insertInto, type Model } from '../sql/model';
import { isTotalWord } from '../sql/total-words';
import type { InputTable } from './dataset';
import type { FindingsLog } from './findings';
import type { RejectLog } from './reject-log';

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

const REJECTED = { name: 'rejected_lines', sql: 'from rejected_lines order by line' };

const REJECTED_LINE = {
  line: 'count',
  reasons: 'text',
  is_total: 'count',
  price: 'money?',
} as const;
type RejectedLine = Row<typeof REJECTED_LINE>;

/**
 * The number of cells per batch of rejected records. A batch takes a few milliseconds; then the
 * page can respond.
 */
const CELLS_PER_BATCH = 8000;

const ADDING_UP = [
  insertInto('coded_sales', ROLLUPS.coded_sales),
  insertInto('coded_visits', ROLLUPS.coded_visits),
];

/** Collects rejects and findings of one input table. */
export interface Logs {
  readonly rejects: RejectLog;
  readonly findings: FindingsLog;
}

/** Processes the chunks of one input table in order. */
export class ChunkProcessor {
  readonly #engine: Engine;
  readonly #source: string;
  readonly #layout: Layout;
  readonly #logs: Logs;
  /** Whether any value so far can cause a rejection. If not, lines need no check. */
  #hasTelling: boolean;

  constructor(engine: Engine, { source, layout }: InputTable, logs: Logs) {
    this.#engine = engine;
    this.#source = source.name;
    this.#layout = layout;
    this.#logs = logs;
    this.#hasTelling = layout.columns.restaurant === undefined;
  }

  async process(chunk: Chunk): Promise<void> {
    const rejected = await this.#addUp(chunk);
    let batch: Reject[] = [];
    let cells = 0;
    for (const reject of this.#rejectsOf(chunk, rejected)) {
      batch.push(reject);
      cells += 'fields' in reject.record ? reject.record.fields.length : 1;
      if (cells < CELLS_PER_BATCH) continue;
      this.#logs.rejects.add(batch);
      [batch, cells] = [[], 0];
      await yieldToPage();
    }
    if (batch.length > 0) this.#logs.rejects.add(batch);
  }

  async #addUp(chunk: Chunk): Promise<Iterable<RejectedLine>> {
    const { line, codes } = chunk;
    const hasLines = line.length > 0;
    await Promise.all([
      this.#addValues(chunk),
      hasLines && this.#engine.replace('raw_lines', { line, ...codes }),
    ]);
    const rejected = hasLines && this.#hasTelling ? await this.#reject() : [];
    const added = hasLines && this.#engine.run(...ADDING_UP);
    // The findings are collected while the engine is busy.
    this.#logs.findings.add(chunk);
    await added;
    return rejected;
  }

  async #addValues({ values }: Chunk): Promise<void> {
    if (values.code.length === 0) return;
    const given = this.#engine.replace('raw_values', {
      role: repeatedTexts(ROLES.map((role) => [role, values.counts[role]])),
      code: values.code,
      text: { offsets: values.offsets, bytes: values.bytes },
      is_valid: values.isValid,
    });
    const needed = CLEANING.filter(({ roles }) => roles.some((role) => values.counts[role] > 0));
    const cleaned = this.#engine.run(...needed.map(({ model }) => model));
    const [rows] = await Promise.all([
      this.#hasTelling ? null : this.#engine.query(HAS_TELLING, { has_telling: 'count' }),
      given,
      cleaned,
    ]);
    this.#hasTelling ||= rows?.at(0)?.has_telling === 1;
  }

  async #reject(): Promise<Iterable<RejectedLine>> {
    await this.#engine.run(REJECTING);
    const rows = await this.#engine.query(REJECTED, REJECTED_LINE);
    if (rows.length > 0) await this.#engine.run(STAGING.kept_lines);
    return rows;
  }

  /** Yields rejects in line order, and reads a record only when it is needed. */
  *#rejectsOf(chunk: Chunk, rejected: Iterable<RejectedLine>): Generator<Reject> {
    const { misshapen } = chunk;
    let next = 0;
    for (const row of rejected) {
      for (; next < misshapen.length && misshapen[next]!.line < row.line; next += 1) {
        yield this.#misshapen(chunk, misshapen[next]!);
      }
      yield this.#rejected(chunk, row);
    }
    for (; next < misshapen.length; next += 1) yield this.#misshapen(chunk, misshapen[next]!);
  }

  #rejected(chunk: Chunk, { line, reasons, is_total: isTotal, price }: RejectedLine): Reject {
    const record = orderLine(chunk, line, this.#layout.dialect);
    const label = isTotal === 1 ? record.fields.find(isTotalWord) : undefined;
    if (label !== undefined) {
      this.#logs.findings.addTotal({ line, label: label.trim(), price });
    }
    return { source: this.#source, line, reasons, record };
  }

  #misshapen(chunk: Chunk, misshapen: MisshapenRecord): Reject {
    const { line, lines, reason: reasons } = misshapen;
    const rawLine = rawText(chunk, misshapen);
    const label = firstCell(rawLine, this.#layout);
    if (isTotalWord(label)) this.#logs.findings.addTotal({ line, label, price: null });
    return { source: this.#source, line, reasons, record: { table: this.#layout, rawLine, lines } };
  }
}

/**
 * Returns the first filled cell of a misshapen record, because it can be a word such as 'Total'.
 */
function firstCell(rawLine: string, { dialect }: Layout): string {
  const cells = rawLine.slice(0, 200).split(String.fromCharCode(dialect.delimiter));
  return cells.map((cell) => cell.replaceAll('"', '').trim()).find(Boolean) ?? '';
}
