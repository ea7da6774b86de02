import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFiles, useEngine } from './support/engine';
import { referenceTables, type OrderLine } from './support/reference';
import { SAMPLE, sampleLines } from './support/sample';
import { exportedTables } from './support/tables';

describe('the sample', () => {
  const db = useEngine();

  test('equals the output of npm run sample, byte for byte', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'dishboard-sample-'));
    try {
      const made = path.join(folder, 'data.csv');
      execFileSync(process.execPath, ['tools/sample/generate.mjs', made]);
      expect(readFileSync(made).equals(readFileSync(SAMPLE))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('has the documented restaurants, dishes, prices and customers', () => {
    const lines = sampleLines();
    const distinct = (pick: (line: OrderLine) => unknown) => new Set(lines.map(pick)).size;
    expect(lines.length).toBe(150_000);
    expect(distinct((line) => line.restaurant)).toBe(4);
    expect(distinct((line) => line.dish)).toBe(34);
    expect(distinct((line) => line.customer)).toBe(690);
    expect(lines.every(({ price }) => price >= 100n && price <= 900n && price % 50n === 0n)).toBe(
      true,
    );
    const first = lines.filter(({ customer }) => customer === 'Michael').length;
    expect(first / lines.length).toBeCloseTo(0.024, 3);
  });

  test.each([1024 * 1024, 4 * 1024 * 1024, 100_000])(
    'gives the five CSVs of an independent computation, byte for byte, in chunks of %i bytes',
    async (chunkBytes) => {
      const data = await loadFiles(db, [new File([readFileSync(SAMPLE)], 'data.csv')], {
        chunkBytes,
      });
      expect(data.receipt).toEqual({
        lines: 150_001,
        headerLines: 1,
        blankLines: 0,
        recordLines: 150_000,
        read: 150_000,
        kept: 150_000,
        rejected: 0,
      });
      expect(data.checks.flatMap(({ offences }) => offences)).toEqual([]);
      const expected = referenceTables(sampleLines());
      expect(await exportedTables(data)).toEqual(expected);
    },
  );
});
