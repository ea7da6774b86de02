/**
 * Loads random files and compares the results with the expected results. These are computed from the
 * plan of each file, in TypeScript that shares no code with `src/`.
 *
 * The test suite uses a fixed seed. `npm run properties` runs for hours with a new seed, which it
 * prints. PROPERTY_SEED with a printed seed repeats that run.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node';
import { exportRejectedRows } from '../../src/exports';
import type { Inspection } from '../../src/ingest/layout/inspect';
import { Failure } from '../../src/domain/failure';
import { createDatabase, type Database } from '../../src/pipeline/database';
import { loadTables, tablesOf } from '../support/engine';
import { expectedOf, type Expected } from '../support/random/expected';
import { writeFile, type WrittenFile } from '../support/random/files';
import { filePlan, type FilePlan } from '../support/random/plans';
import { expectedReading, readingOf } from '../support/random/reading';
import { referenceTables } from '../support/reference';
import { exportedTables, textOf } from '../support/tables';

const { PROPERTY_CASES, PROPERTY_SEED = '20261122' } = process.env;
const CASES = Number(PROPERTY_CASES ?? 200);
const SEED = PROPERTY_SEED === 'new' ? Date.now() % 2 ** 31 : Number(PROPERTY_SEED);
/** The cases are split into parts, so that two Vitest workers share the work. */
const PARTS = 2;
/** Parts use separate ranges of seeds. */
const SEEDS_PER_PART = 1_000_000;
/**
 * The time-out in ms, which ends a hang. A case takes a tenth of a second, and shrinking a failed
 * case takes longer.
 */
const TIMEOUT = 30 * 60_000 + CASES * 1000;

/** Files are loaded together, because most of a load's cost does not depend on their number. */
const FILES_PER_LOAD = 40;
const LOADS_PER_ENGINE = 50;
/** A check that random data can fail, because refunds can exceed sales. */
const OF_THE_DATA = 'totals_are_not_negative';
/**
 * The limit for chunks in tests of the reader alone. Tests with the engine use fewer, because each
 * chunk costs a dozen statements.
 */
const MOST_CHUNKS_READ = 128;
const MOST_READERS = 4;

/** The chunk size in bytes. It depends on `wanted`, but gives at most `MOST_CHUNKS_READ` chunks. */
function chunkBytesOf({ file }: WrittenFile, wanted: number): number {
  return Math.max(1 + wanted, Math.ceil(file.size / MOST_CHUNKS_READ));
}

async function inspected(file: WrittenFile): Promise<Inspection> {
  const [table] = await tablesOf([file.file], file.choice);
  expect(table!.layout).toMatchObject({
    header: file.header,
    headerLine: file.choice.headerLine,
    columns: file.choice.columns,
  });
  return table!;
}

/** Checks each record's line and values for each chunk size of the plan. */
async function expectReadAsWritten(
  file: WrittenFile,
  { source, layout }: Inspection,
  plan: FilePlan,
): Promise<void> {
  const expected = expectedReading(file, layout);
  for (const wanted of plan.chunkBytes) {
    const readers = 1 + (wanted % MOST_READERS);
    const reading = await readingOf(source, layout, chunkBytesOf(file, wanted), readers);
    // Comparing texts is much faster than comparing objects.
    if (JSON.stringify(reading) !== JSON.stringify(expected)) expect(reading).toEqual(expected);
  }
}

/** Checks the result tables of all files together, and the receipt and rejects of each file. */
async function expectLoadedAsWritten(
  database: Database,
  tables: readonly Inspection[],
  expected: readonly Expected[],
  chunkBytes: number,
): Promise<void> {
  const readers = 1 + (chunkBytes % MOST_READERS);
  const loading = loadTables(database, tables, { chunkBytes, readers });
  const kept = expected.flatMap((each) => each.kept);
  if (kept.length === 0) {
    await expect(loading).rejects.toThrow(Failure);
    return;
  }
  const data = await loading;
  expect(await exportedTables(data)).toEqual(referenceTables(kept));
  expect(
    data.checks.filter(({ name }) => name !== OF_THE_DATA).flatMap(({ offences }) => offences),
  ).toEqual([]);
  expect(data.tables.map(({ receipt }) => receipt)).toEqual(expected.map((each) => each.receipt));
  for (const [index, { receipt, rejects }] of data.tables.entries()) {
    expect(receipt.read).toBe(receipt.kept + receipt.rejected);
    const { rejectedRows } = expected[index]!;
    expect(await textOf(await exportRejectedRows({ ...data, rejects }))).toBe(rejectedRows);
  }
}

async function holds(
  database: Database,
  files: readonly WrittenFile[],
  plans: readonly FilePlan[],
  cut: number,
): Promise<void> {
  const tables: Inspection[] = [];
  const expected: Expected[] = [];
  for (const [index, file] of files.entries()) {
    if (file.records.length === 0) {
      await expect(tablesOf([file.file], file.choice)).rejects.toThrow(Failure);
      continue;
    }
    const table = await inspected(file);
    await expectReadAsWritten(file, table, plans[index]!);
    tables.push(table);
    expected.push(expectedOf(file));
  }
  if (tables.length === 0) return;
  const largest = Math.max(...files.map(({ file }) => file.size));
  const chunkBytes = [Math.ceil((largest * (cut + 30)) / 100)];
  // Few cases use more chunks, because each chunk costs as much as a file.
  if (cut % 20 === 19) chunkBytes.push(Math.ceil(largest / 6));
  for (const each of chunkBytes) await expectLoadedAsWritten(database, tables, expected, each);
}

/** Adds the files' texts to an error, because fast-check prints only their plans. */
function withTexts(error: unknown, files: readonly WrittenFile[]): Error {
  const texts = files.map(
    ({ text, choice }) => `${JSON.stringify(text)} ${JSON.stringify(choice)}`,
  );
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`${message}\nof ${texts.join('\nand ')}`, { cause: error });
}

/** Declares the test of one of `PARTS` parts, each of which needs its own test file. */
export function testPart(part: number): void {
  const wanted = Math.ceil(CASES / PARTS);
  test(
    `every line of ${String(wanted)} random files is accounted for, and the tables equal the reference`,
    () => holdsForRandomFiles(wanted, SEED + part * SEEDS_PER_PART),
    TIMEOUT,
  );
}

async function holdsForRandomFiles(wanted: number, firstSeed: number): Promise<void> {
  const plans = fc.array(filePlan, { minLength: 1, maxLength: FILES_PER_LOAD, size: 'max' });
  const started = Date.now();
  let cases = 0;
  for (let seed = firstSeed; cases < wanted; seed += 1) {
    // Each database is used for a limited number of loads, so that a long run does not depend on
    // earlier loads.
    const database = await createDatabase(await openNodeEngine());
    const loads = Math.ceil((2 * (wanted - cases)) / FILES_PER_LOAD);
    const property = fc.asyncProperty(plans, fc.nat(99), async (chosen, cut) => {
      cases += chosen.length;
      const files = chosen.map(writeFile);
      try {
        await holds(database, files, chosen, cut);
      } catch (error) {
        throw withTexts(error, files);
      }
    });
    await fc.assert(property, { numRuns: Math.min(LOADS_PER_ENGINE, loads), seed });
    await database.engine.close();
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`${String(cases)} cases, ${String(seconds)} s, seed ${String(seed)}`);
  }
  expect(cases).toBeGreaterThanOrEqual(wanted);
}
