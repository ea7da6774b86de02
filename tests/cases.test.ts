/**
 * A folder a case: what is dropped, and what must come of it. `npm run cases` writes what comes of it
 * now, to be read before it is committed.
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

/** What a person decides of the file, where that is not what is proposed. */
function choiceOf(name: string): Choice | undefined {
  const file = path.join(FOLDER, name, 'choice.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Choice) : undefined;
}

/** Every file that the case is held to, by its name in `expected/`. */
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
  test('whole', async () => {
    const data = await loadFiles(db, [inputOf(name)], {}, choiceOf(name));
    if (isWriting) write(name, await outcome(data));
    expect(await outcome(data)).toEqual(expectedOf(name));
    expect(addsUp(data.receipt)).toBe(true);
    // That no total is negative is a rule for the file, and a case may break it.
    const ours = data.checks.filter(({ name }) => name !== 'totals_are_not_negative');
    expect(ours.flatMap(({ offences }) => offences)).toEqual([]);
  });

  test.each([16, 100])('in chunks of %i bytes', async (bytes) => {
    const input = inputOf(name);
    // What is unpacked is many times its size, and is cut in chunks of its own making anyway.
    const chunkBytes = /\.(parquet|xlsx|zip|gz)$/.test(input.name) ? bytes * 50 : bytes;
    const data = await loadFiles(db, [input], { chunkBytes }, choiceOf(name));
    expect(await outcome(data)).toEqual(expectedOf(name));
  });
});
