/**
 * Loads damaged files. Each file must be refused with a message, or loaded with every line accounted
 * for. It must not affect the next load.
 *
 * The test suite uses a fixed seed. `npm run fuzz` runs thousands of loads with a new seed, which it
 * prints. FUZZ_SEED with a printed seed repeats that run.
 */
import { expect, test } from 'vitest';
import { openNodeEngine } from '../src/engine/duckdb-node';
import { exportRejectedRows } from '../src/exports';
import type { Choice } from '../src/ingest/layout/layout';
import { directIngest } from '../src/ingest/worker/read';
import { Failure } from '../src/domain/failure';
import { addsUp } from '../src/domain/receipt';
import { ROLES, type Role } from '../src/domain/roles';
import { createDatabase, type Database } from '../src/pipeline/database';
import type { Dataset, Review, InputTable } from '../src/pipeline/dataset';
import { loadFiles, loadTables } from './support/engine';
import { fuzzFile, KNOWN, seedsOf, type FuzzFile } from './support/fuzz/files';
import { Random } from './support/fuzz/random';
import { kept, Watchdog } from './support/fuzz/watchdog';
import { exportedTables, textOf } from './support/tables';

const { FUZZ_LOADS, FUZZ_SEED = '20261123' } = process.env;
const LOADS = Number(FUZZ_LOADS ?? 50);
const SEED = FUZZ_SEED === 'new' ? Date.now() % 2 ** 31 : Number(FUZZ_SEED);
/** The time-out in ms, which ends a hang. */
const TIMEOUT = 10 * 60_000 + LOADS * 2000;

/** The limit for the processor time and the wall time of a load. */
const LONGEST_MS = 10_000;
const LOADS_PER_KNOWN = 50;
const LOADS_PER_ENGINE = 2000;
const MOST_TABLES = 20;
/** The limit for process memory in bytes, which no file of these sizes needs. */
const MOST_MEMORY = 6 * 1024 ** 3;
/** A check that damaged data can fail, because refunds can exceed sales. */
const OF_THE_DATA = 'totals_are_not_negative';

interface Figures {
  loaded: number;
  readonly refused: Map<string, number>;
  longest: { ms: number; load: string };
  records: number;
  rejected: number;
  memory: number;
  readonly slow: string[];
  readonly faults: string[];
}

/** A random answer to the mapping dialog. */
function choiceFrom(random: Random, width: number): Choice {
  const column = () => random.below(width);
  const columns: Partial<Record<Role, number>> = { dish: column() };
  for (const role of ROLES) if (random.chance(0.6)) columns[role] = column();
  return {
    ...(random.chance(0.8) && { columns }),
    ...(random.chance(0.2) && { decimalMark: random.pick(['.', ','] as const) }),
    ...(random.chance(0.2) && { priceIs: random.pick(['unit price', 'line total'] as const) }),
    ...(random.chance(0.2) && { delimiter: random.pick([0x2c, 0x3b, 0x09, 0x7c]) }),
    ...(random.chance(0.2) && { quote: random.pick([0x22, 0x27, 0x7c, -1]) }),
    ...(random.chance(0.2) && { headerLine: random.pick([null, 1, 2, 5]) }),
    ...(random.chance(0.2) && { strayQuotesAreText: true }),
    ...(random.chance(0.1) && {
      encoding: random.pick(['utf-16le', 'shift_jis', 'utf-8'] as const),
    }),
    ...(random.chance(0.3) && { restaurant: random.pick(['A', '__proto__', "'; --", '\0', '']) }),
  };
}

/** Answers the mapping dialog as proposed, or at random. */
async function tablesIn({ name, bytes }: FuzzFile, random: Random): Promise<InputTable[]> {
  const tables: InputTable[] = [];
  const sources = await directIngest.sourcesOf(new File([bytes], name));
  for (const source of sources.slice(0, MOST_TABLES)) {
    const found = await directIngest.inspect(source);
    if (!random.chance(0.3)) tables.push(found);
    else {
      const choice = choiceFrom(random, found.layout.header.length);
      tables.push(await directIngest.inspect(source, choice));
    }
  }
  return tables;
}

/** Checks what must hold for any file, and returns the outcome as text for comparison. */
async function outcomeOf(data: Dataset & Review): Promise<string> {
  const { receipt, rejects, tables, checks } = data;
  expect(addsUp(receipt)).toBe(true);
  for (const table of tables) expect(addsUp(table.receipt)).toBe(true);
  expect(rejects.count).toBe(receipt.rejected);
  let written = 0;
  for await (const batch of rejects.batches()) written += batch.length;
  expect(written).toBe(receipt.rejected);
  const against = checks.filter(
    ({ name, offences }) => name !== OF_THE_DATA && offences.length > 0,
  );
  expect(against).toEqual([]);
  const rejectedRows = rejects.count > 0 ? await textOf(await exportRejectedRows(data)) : '';
  return JSON.stringify([receipt, await exportedTables(data), rejectedRows]);
}

async function fuzzLoad(database: Database, file: FuzzFile, random: Random): Promise<Dataset> {
  const tables = await tablesIn(file, random);
  const size = Math.max(1, file.bytes.length);
  // Packed files can unpack to a hundred times their size, and each chunk has a fixed cost.
  const smallest = /\.(gz|zip|xlsx|parquet)$/.test(file.name) ? [8192] : [64, 300, 1000];
  const cut = () => ({
    chunkBytes: Math.max(random.pick(smallest), Math.ceil(size / 8)),
    readers: 1 + random.below(3),
  });
  const data = await loadTables(database, tables, cut());
  const outcome = await outcomeOf(data);
  // The outcome must not depend on the chunk size.
  if (random.chance(0.15)) {
    const again = await outcomeOf(await loadTables(database, tables, cut()));
    if (again !== outcome) throw new Error(`${outcome}\nand with other chunks\n${again}`);
  }
  return data;
}

async function expectExact(database: Database): Promise<void> {
  const data = await loadFiles(database, [KNOWN.file()]);
  expect(data.receipt).toMatchObject({ read: 2, kept: 2, rejected: 0, lines: 3 });
  expect((await exportedTables(data)).restaurant_stats).toBe(KNOWN.stats);
}

/** Counts a refusal, and records any other error as a fault. */
function judge(error: unknown, figures: Figures, where: string): void {
  if (error instanceof Failure && error.report.what !== 'unexpected') {
    const { what, fault } = error.report;
    figures.refused.set(what, (figures.refused.get(what) ?? 0) + 1);
    if (fault === 'internal') figures.faults.push(`${where}: ${error.message}`);
    return;
  }
  figures.faults.push(`${where}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
}

function summaryOf({ loaded, refused, longest, records, rejected, memory }: Figures): string {
  const why = [...refused].sort((a, b) => b[1] - a[1]).map(([what, n]) => `${what} ${String(n)}`);
  const all = [...refused.values()].reduce((sum, n) => sum + n, 0);
  return [
    `${String(loaded + all)} loads from seed ${String(SEED)}: ${String(loaded)} loaded`,
    `(${String(records)} records, ${String(rejected)} rejected), ${String(all)} refused: ${why.join(', ')}`,
    `longest ${String(Math.round(longest.ms))} ms (${longest.load})`,
    `most memory ${String(Math.round(memory / 1024 ** 2))} MB`,
  ].join('; ');
}

test(
  `${String(LOADS)} damaged files are refused or accounted for`,
  async () => {
    const seeds = seedsOf();
    const watchdog = new Watchdog();
    const figures: Figures = {
      loaded: 0,
      refused: new Map(),
      longest: { ms: 0, load: '' },
      records: 0,
      rejected: 0,
      memory: 0,
      slow: [],
      faults: [],
    };
    let database: Database | null = null;
    for (let load = 0; load < LOADS; load += 1) {
      if (load % LOADS_PER_ENGINE === 0) {
        await database?.engine.close();
        database = await createDatabase(await openNodeEngine());
      }
      // Each load has its own seed, so that it can be repeated alone.
      const random = new Random(SEED + load);
      const file = fuzzFile(seeds, random);
      const label = `${String(SEED + load)}-${file.name}`;
      watchdog.begin(`load ${label}, ${file.made}`);
      const [began, processor] = [performance.now(), process.cpuUsage()];
      const faultsBefore = figures.faults.length;
      try {
        const { receipt } = await fuzzLoad(database!, file, random);
        figures.loaded += 1;
        figures.records += receipt.read;
        figures.rejected += receipt.rejected;
      } catch (error) {
        judge(error, figures, `${label} (${file.made})`);
      }
      const ms = performance.now() - began;
      const { user, system } = process.cpuUsage(processor);
      const spent = Math.min(ms, (user + system) / 1000);
      if (ms > figures.longest.ms) figures.longest = { ms, load: label };
      if (spent > LONGEST_MS) figures.slow.push(`${label}: ${String(Math.round(spent))} ms`);
      if (figures.faults.length > faultsBefore || spent > LONGEST_MS) {
        figures.faults.push(`kept as ${kept(label, file.bytes)}`);
      }
      if (load % LOADS_PER_KNOWN === LOADS_PER_KNOWN - 1) await expectExact(database!);
      figures.memory = Math.max(figures.memory, process.memoryUsage().rss);
      if (load % 500 === 499) console.log(summaryOf(figures));
    }
    watchdog.end();
    await watchdog.close();
    await expectExact(database!);
    await database?.engine.close();
    console.log(summaryOf(figures));
    expect(figures.faults).toEqual([]);
    expect(figures.slow).toEqual([]);
    expect(figures.memory).toBeLessThan(MOST_MEMORY);
  },
  TIMEOUT,
);
