// @ts-check
/**
 * The expected downloads: for the sample, from the independent computation in tests/support, and for
 * other files, from tests/cases.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CASES = path.join(root, 'tests', 'cases');

/**
 * @template T
 * @param {string} file path of a TypeScript file from the root of the project
 * @returns {Promise<T>} its module
 */
async function imported(file) {
  const { module } = await runnerImport(path.join(root, file), { root, configFile: false });
  return /** @type {T} */ (module);
}

/** @returns {Promise<Record<string, string>>} the sample's five CSVs by table name */
export async function expectedOfSample() {
  /** @type {typeof import('../../tests/support/reference')} */
  const { referenceTables } = await imported('tests/support/reference.ts');
  /** @type {typeof import('../../tests/support/sample')} */
  const { sampleLines } = await imported('tests/support/sample.ts');
  return referenceTables(sampleLines());
}

/**
 * @param {string} name of a folder in tests/cases
 * @returns {{ file: string, tables: Record<string, string> }} the path of the input, and the expected CSVs by table name
 */
export function caseOf(name) {
  const folder = path.join(CASES, name);
  const input = readdirSync(folder).find((file) => file !== 'expected' && file !== 'choice.json');
  const tables = readdirSync(path.join(folder, 'expected'))
    .filter((file) => file.endsWith('.csv'))
    .map((file) => [
      path.basename(file, '.csv'),
      readFileSync(path.join(folder, 'expected', file), 'utf8'),
    ]);
  return { file: path.join(folder, input ?? ''), tables: Object.fromEntries(tables) };
}
