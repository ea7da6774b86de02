/**
 * Loads random files and compares the result with what must come of them. The expected result is
 * known from how a file was written, and computed in TypeScript that shares no code with `src/`.
 *
 * The gate uses a fixed seed. `npm run properties` runs for hours with a new seed, which it prints.
 * PROPERTY_SEED with a printed seed repeats that run.
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
/** Two workers run the gate. */
const PARTS = 2;
/** Keeps the seeds of the parts apart. */
const SEEDS_PER_PART = 1_000_000;
/** Ends a hang. A case takes a tenth of a second, and shrinking a failure takes longer. */
const TIMEOUT = 30 * 60_000 + CASES * 1000;

/** Files are loaded together, because most of a load's cost does not depend on their number. */
const FILES_PER_LOAD = 40;
const LOADS_PER_ENGINE = 50;
/** Random data may have more refunds than sales. */
const OF_THE_DATA = 'totals_are_not_negative';
/** The reader alone may cut finely; in the engine each chunk costs a dozen statements. */
const MOST_CHUNKS_READ = 128;
const MOST_READERS = 4;

/** Small files are cut at every byte, larger ones into at most `MOST_CHUNKS_READ` chunks. */
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

/** Checks each record's line and values for any chunk size. */
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
  // More chunks only now and then: each chunk costs as much as a file.
  if (cut % 20 === 19) chunkBytes.push(Math.ceil(largest / 6));
  for (const each of chunkBytes) await expectLoadedAsWritten(database, tables, expected, each);
}

/** fast-check prints the plan of a failed case; a person needs the file's text. */
function withTexts(error: unknown, files: readonly WrittenFile[]): Error {
  const texts = files.map(
    ({ text, choice }) => `${JSON.stringify(text)} ${JSON.stringify(choice)}`,
  );
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`${message}\nof ${texts.join('\nand ')}`, { cause: error });
}

/** Declares the test of one of `PARTS` parts. Each part has its own file, so that workers share the work. */
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
    // A new database now and then: a run of hours must not depend on what earlier loads left.
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
