/**
 * Each folder in tests/cases is a case: the dropped file and the expected result. `npm run cases`
 * writes the present result; read the difference before you commit it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportRejectedRows } from '../src/exports';
import type { Choice } from '../src/ingest/layout/layout';
import { addsUp } from '../src/domain/receipt';
import type { Dataset } from '../src/pipeline/dataset';
import { missingFor, type TableName } from '../src/sql/tables';
import { loadFiles, useEngine } from './support/engine';
import { exportedTables, textOf } from './support/tables';

const FOLDER = 'tests/cases';
const isWriting = process.env['WRITE_CASES'] === '1';

const db = useEngine();

/** The one file beside `expected/` and `choice.json`. */
function inputOf(name: string): File {
  const input = readdirSync(path.join(FOLDER, name)).find(
    (entry) => entry !== 'expected' && entry !== 'choice.json',
  )!;
  return new File([readFileSync(path.join(FOLDER, name, input))], input);
}

/** The answers of the mapping dialog, if they differ from the proposal. */
function choiceOf(name: string): Choice | undefined {
  const file = path.join(FOLDER, name, 'choice.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Choice) : undefined;
}

/** The files to compare, by their name in `expected/`. */
async function outcome(data: Dataset): Promise<Record<string, string>> {
  const tables = Object.entries(await exportedTables(data))
    .filter(([name]) => missingFor(name as TableName, data.results.roles).length === 0)
    .map(([name, csv]) => [`${name}.csv`, csv]);
  const rejected =
    data.rejects.count > 0
      ? [['rejected_rows.csv', await textOf(await exportRejectedRows(data))]]
      : [];
  const receipt = `${JSON.stringify(data.receipt, null, 2)}\n`;
  return Object.fromEntries([...tables, ...rejected, ['receipt.json', receipt]]) as Record<
    string,
    string
  >;
}

function expectedOf(name: string): Record<string, string> {
  const folder = path.join(FOLDER, name, 'expected');
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
}

function write(name: string, files: Record<string, string>): void {
  const folder = path.join(FOLDER, name, 'expected');
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
}

describe.each(readdirSync(FOLDER))('%s', (name) => {
  test('gives the expected files', async () => {
    const data = await loadFiles(db, [inputOf(name)], {}, choiceOf(name));
    if (isWriting) write(name, await outcome(data));
    expect(await outcome(data)).toEqual(expectedOf(name));
    expect(addsUp(data.receipt)).toBe(true);
    // A case may have a negative total, because that check is about the file.
    const ours = data.checks.filter(({ name }) => name !== 'totals_are_not_negative');
    expect(ours.flatMap(({ offences }) => offences)).toEqual([]);
  });

  test.each([16, 100])('in chunks of %i bytes', async (bytes) => {
    const input = inputOf(name);
    // Containers unpack to many times their size and are cut into chunks of their own.
    const chunkBytes = /\.(parquet|xlsx|zip|gz)$/.test(input.name) ? bytes * 50 : bytes;
    const data = await loadFiles(db, [input], { chunkBytes }, choiceOf(name));
    expect(await outcome(data)).toEqual(expectedOf(name));
  });
});
