/**
 * Tests that all dependencies have exact versions and hashes, and run no code while they are
 * installed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPin, ENGINE_PINS, engineFile } from '../tools/engine-pins.js';

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const DEPENDENCIES = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'overrides',
];

/**
 * Builds of native DuckDB for other systems. The benchmark's lock file has no hash for them,
 * because the registry had none.
 */
const WITHOUT_INTEGRITY = {
  'tests/bench': ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'win32-x64'].map(
    (system) => `node_modules/@duckdb/node-bindings-${system}`,
  ),
} as Record<string, string[]>;

const packages = ['.', ...['tests', 'tools'].flatMap(foldersBelow)].filter((folder) =>
  existsSync(path.join(folder, 'package.json')),
);

function foldersBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map((entry) => path.join(folder, entry.name));
}

function json(...file: string[]): Record<string, Record<string, unknown> | undefined> {
  return JSON.parse(readFileSync(path.join(...file), 'utf8')) as ReturnType<typeof json>;
}

test('finds the packages', () => {
  expect(packages).toContain('.');
  expect(packages).toContain(path.join('tests', 'bench'));
});

describe.each(packages)('the package in %s', (folder) => {
  test('names exact versions', () => {
    const contents = json(folder, 'package.json');
    const ranges = DEPENDENCIES.flatMap((kind) => Object.entries(contents[kind] ?? {})).filter(
      ([, version]) => typeof version !== 'string' || !EXACT.test(version),
    );
    expect(ranges).toEqual([]);
  });

  test('has a lockfile with a hash for every package and no URLs', () => {
    const { packages: locked } = json(folder, 'package-lock.json') as {
      packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }>;
    };
    const installed = Object.entries(locked).filter(([name]) => name !== '');
    expect(installed.length).toBeGreaterThan(5);
    const loose = installed.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''));
    expect(loose.map(([name]) => name)).toEqual(WITHOUT_INTEGRITY[folder] ?? []);
    expect(installed.filter(([, { resolved, link }]) => resolved !== undefined || link)).toEqual(
      [],
    );
  });

  test('runs no install scripts', () => {
    expect(readFileSync(path.join(folder, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});

describe('the workflows', () => {
  const folder = '.github/workflows';
  const workflows = readdirSync(folder);

  test.each(workflows)('%s names actions by a commit, and their version beside it', (file) => {
    const uses = readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    const byName = /^\s*(- )?uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(uses.filter((line) => !byName.test(line))).toEqual([]);
  });

  test.each(workflows)('%s may read, and writes only where a job says so', (file) => {
    expect(readFileSync(path.join(folder, file), 'utf8')).toMatch(
      /^permissions:\n {2}contents: read\n\n/m,
    );
  });
});

describe('the engine', () => {
  test.each(Object.keys(ENGINE_PINS) as (keyof typeof ENGINE_PINS)[])('%s is as pinned', (name) => {
    expect(engineFile(name).length).toBeGreaterThan(100_000);
  });

  test('refuses another file and prints both hashes', () => {
    const name = 'duckdb-browser-eh.worker.js';
    const bytes = engineFile(name);
    bytes[1000]! ^= 1;
    const refusal = new RegExp(`^${name} is not .*: [0-9a-f]{64}, not ${ENGINE_PINS[name]}$`);
    expect(() => checkPin(name, bytes)).toThrow(refusal);
  });
});
