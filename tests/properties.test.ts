/**
 * Random files through all that a file goes through, against what must come of them: known from how
 * they were written, and computed in plain TypeScript that shares nothing with `src/`.
 *
 * In the gate the seed is fixed, so that what was good once is good again. `npm run properties` runs
 * for hours from a new seed and says which; PROPERTY_SEED with a seed that was printed runs it again.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openNodeEngine } from '../src/engine/duckdb-node';
import { exportRejectedRows } from '../src/exports';
import type { Inspection } from '../src/ingest/layout/inspect';
import { Failure } from '../src/domain/failure';
import { createDatabase, type Database } from '../src/pipeline/database';
import { loadTables, tablesOf } from './support/engine';
import { expectedOf, type Expected } from './support/random/expected';
import { writeFile, type WrittenFile } from './support/random/files';
import { filePlan, type FilePlan } from './support/random/plans';
import { expectedReading, readingOf } from './support/random/reading';
import { referenceTables } from './support/reference';
import { exportedTables, textOf } from './support/tables';

const { PROPERTY_CASES, PROPERTY_SEED = '20261122' } = process.env;
const CASES = Number(PROPERTY_CASES ?? 2000);
const SEED = PROPERTY_SEED === 'new' ? Date.now() % 2 ** 31 : Number(PROPERTY_SEED);
/** To end a hang, not to time: a case takes a tenth of a second, and what failed is made small. */
const TIMEOUT = 30 * 60_000 + CASES * 1000;

/** Most of what a load costs is the same for one file and for many: so they are loaded together. */
const FILES_PER_LOAD = 40;
const LOADS_PER_ENGINE = 50;
/** More refunds than sales are no fault of ours. */
const OF_THE_DATA = 'totals_are_not_negative';
/** In the reader alone a chunk costs next to nothing; in the engine it is a dozen statements. */
const MOST_CHUNKS_READ = 128;
const MOST_READERS = 4;

/** A file is cut as finely as its size allows: the small ones at every byte. */
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

/** Every record with its place and its values, whatever the chunks. */
async function isReadAsWritten(
  file: WrittenFile,
  { source, layout }: Inspection,
  plan: FilePlan,
): Promise<void> {
  const expected = expectedReading(file, layout);
  for (const wanted of plan.chunkBytes) {
    const readers = 1 + (wanted % MOST_READERS);
    const reading = await readingOf(source, layout, chunkBytesOf(file, wanted), readers);
    // Comparing texts first: comparing objects takes longer than all else.
    if (JSON.stringify(reading) !== JSON.stringify(expected)) expect(reading).toEqual(expected);
  }
}

/** The five tables of all files together; receipt and rejects of each. */
async function isLoadedAsWritten(
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
    await isReadAsWritten(file, table, plans[index]!);
    tables.push(table);
    expected.push(expectedOf(file));
  }
  if (tables.length === 0) return;
  const largest = Math.max(...files.map(({ file }) => file.size));
  const chunkBytes = [Math.ceil((largest * (cut + 30)) / 100)];
  // The same again in more chunks, seldom: each costs as much as a file.
  if (cut % 20 === 19) chunkBytes.push(Math.ceil(largest / 6));
  for (const each of chunkBytes) await isLoadedAsWritten(database, tables, expected, each);
}

/** What fast-check prints of a failure is the plan: the text is what a person can look at. */
function withTexts(error: unknown, files: readonly WrittenFile[]): Error {
  const texts = files.map(
    ({ text, choice }) => `${JSON.stringify(text)} ${JSON.stringify(choice)}`,
  );
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`${message}\nof ${texts.join('\nand ')}`, { cause: error });
}

test(
  `of ${String(CASES)} random files every line is accounted for, and the tables are the reference’s`,
  async () => {
    const plans = fc.array(filePlan, { minLength: 1, maxLength: FILES_PER_LOAD, size: 'max' });
    const started = Date.now();
    let cases = 0;
    for (let round = 0; cases < CASES; round += 1) {
      // A new one now and then: what an engine leaves behind in hours is not what is tested here.
      const database = await createDatabase(await openNodeEngine());
      const loads = Math.ceil((2 * (CASES - cases)) / FILES_PER_LOAD);
      const property = fc.asyncProperty(plans, fc.nat(99), async (chosen, cut) => {
        cases += chosen.length;
        const files = chosen.map(writeFile);
        try {
          await holds(database, files, chosen, cut);
        } catch (error) {
          throw withTexts(error, files);
        }
      });
      const numRuns = Math.min(LOADS_PER_ENGINE, loads);
      await fc.assert(property, { numRuns, seed: SEED + round });
      await database.engine.close();
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(`${String(cases)} cases, ${String(seconds)} s, seed ${String(SEED + round)}`);
    }
    expect(cases).toBeGreaterThanOrEqual(CASES);
  },
  TIMEOUT,
);
