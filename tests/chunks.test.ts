import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exportAll, exportRejectedRows } from '../src/exports';
import { loadFiles, useEngine } from './support/engine';
import { SAMPLE } from './support/sample';
import { bytesOf, exportedTables, textOf } from './support/tables';

const KIB = 1024;
const LINES = 3000;

/** Lines inserted into the sample. Each Latin-1 character becomes one byte. */
const SPRINKLED = [
  '',
  ' \t ',
  '"the\nrestaurant ""of"" the\r\n\rend",cheese,Michael,4.50',
  'bean-juice-stand,honey',
  'bean-juice-stand,honey,Zo\xc3\xab,4.50,late',
  'bean-juice-stand,h"oney"",Zoe\xcc\x81,"1,234.565"',
  '"bean-juice"-stand,"honey" ,Michael,(4.50)\r',
  '\xe5\xaf\xbf\xe5\x8f\xb8,\xf0\x9f\x8d\x95,\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8d\xb3,\xef\xbf\xa54.50',
  'bean-juice-stand,honey,Mi\xffchael,4.50',
  ',,,',
  'bean-juice-stand,,\xe2\x80\x8b,1e3',
  'bean-juice-stand,honey,Michael,99999999.995\r\r',
];

/**
 * The start of the sample with an inserted line after every seventh line, and an unclosed quote at
 * the end.
 */
function damagedSample(): File {
  const sample = readFileSync(SAMPLE, 'latin1').split('\n').slice(0, LINES);
  const lines = sample.flatMap((line, index) =>
    index % 7 === 6 ? [line, SPRINKLED[((index - 6) / 7) % SPRINKLED.length]!] : [line],
  );
  const text = `${lines.join('\n')}\nbean-juice-stand,"honey,Michael,4.50\n1,2\n`;
  return new File([Buffer.from(text, 'latin1')], 'damaged.csv');
}

describe('one file in chunks of 1 KiB, of 64 KiB and whole', () => {
  const db = useEngine();

  /** Loads a file, and returns all downloads and the receipt. */
  async function outcome(
    file: File,
    chunkBytes: number,
    readers = 1,
  ): Promise<Record<string, string>> {
    const data = await loadFiles(db, [file], { chunkBytes, readers });
    expect(data.checks.flatMap(({ offences }) => offences)).toEqual([]);
    expect(data.receipt.read).toBe(data.receipt.kept + data.receipt.rejected);
    const archive = await exportAll(data, new Date(2026, 10, 22));
    return {
      ...(await exportedTables(data)),
      rejected_rows: await textOf(await exportRejectedRows(data)),
      archive: createHash('sha256')
        .update(await bytesOf(archive))
        .digest('hex'),
      receipt: JSON.stringify(data.receipt),
      findings: JSON.stringify(data.tables[0]!.findings, (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      ),
    };
  }

  test('gives the same downloads', async () => {
    const file = damagedSample();
    expect(file.size).toBeGreaterThan(2 * 64 * KIB);
    const whole = await outcome(file, file.size);
    // 428 lines are inserted. Of every twelve, two are blank, six are rejected, and one is followed
    // by a blank line.
    const [read, rejected] = [2999 + 428 - 72 + 1, 35 * 6 + 2 + 1];
    const counts = { headerLines: 1, blankLines: 72 + 35, read, rejected };
    expect(JSON.parse(whole['receipt']!)).toMatchObject(counts);
    for (const reason of ['too few columns', 'unclosed quote', 'invalid encoding', 'bad price']) {
      expect(whole['rejected_rows']).toContain(reason);
    }
    expect(await outcome(file, 64 * KIB)).toEqual(whole);
    expect(await outcome(file, KIB)).toEqual(whole);
    for (const readers of [2, 4]) {
      expect(await outcome(file, 16 * KIB, readers)).toEqual(whole);
    }
  });
});
