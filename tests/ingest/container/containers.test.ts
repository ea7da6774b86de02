import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../src/ingest/container/bytes';
import { sourcesOf } from '../../../src/ingest/container/sources';
import { Failure } from '../../../src/domain/failure';
import { toldOf } from '../../support/in-words';

const TEXT = 'restaurant_names,food_names,first_name,food_cost\n' + 'A,tea,Bob,1.00\n'.repeat(1000);

const fileOf = (bytes: Uint8Array | string, name: string) =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name);

async function textsOf(file: File, blockBytes: number) {
  const texts: Record<string, { text: string; readBytes: number; blocks: number }> = {};
  for (const source of await sourcesOf(file)) {
    const parts: Uint8Array[] = [];
    let readBytes = 0;
    let isLast = false;
    for await (const block of blocksOf(source, () => blockBytes)) {
      expect(isLast).toBe(false);
      expect(block.bytes.length).toBeLessThanOrEqual(blockBytes);
      ({ isLast } = block);
      readBytes += block.readBytes;
      parts.push(block.bytes);
    }
    expect(isLast).toBe(true);
    const text = Buffer.concat(parts).toString();
    texts[source.name] = { text, readBytes, blocks: parts.length };
  }
  return texts;
}

describe.each([100, 15_049, 1_000_000])('read in blocks of %i bytes', (blockBytes) => {
  test('a plain file', async () => {
    const texts = await textsOf(fileOf(TEXT, 'a.csv'), blockBytes);
    expect(texts['a.csv']).toMatchObject({ text: TEXT, readBytes: TEXT.length });
  });

  test('a gzipped file with progress in packed bytes', async () => {
    const packed = gzipSync(TEXT);
    const texts = await textsOf(fileOf(packed, 'a.csv.gz'), blockBytes);
    expect(texts['a.csv']).toMatchObject({ text: TEXT, readBytes: packed.length });
  });

  test('the tables of an archive without other files', async () => {
    const packed = zipSync({
      'x/one.csv': strToU8(TEXT),
      'two.TXT': [strToU8('a,b\n'), { level: 0 }],
      'empty.tsv': new Uint8Array(0),
      'logo.png': strToU8('png'),
      '__MACOSX/x/._one.csv': strToU8('junk'),
      '.hidden.csv': strToU8('junk'),
    });
    const texts = await textsOf(fileOf(packed, 'a.zip'), blockBytes);
    expect(Object.keys(texts)).toEqual(['one.csv', 'two.TXT', 'empty.tsv']);
    expect(texts['one.csv']!.text).toBe(TEXT);
    expect(texts['one.csv']!.readBytes).toBeLessThan(packed.length);
    expect(texts['two.TXT']!.text).toBe('a,b\n');
    expect(texts['empty.tsv']!.text).toBe('');
  });
});

describe('a damaged container is reported', () => {
  test.each<[string, Uint8Array, string]>([
    ['an archive without a table', zipSync({ 'a.xml': strToU8('x') }), 'has no CSV file in it'],
    [
      'a truncated archive',
      zipSync({ 'a.csv': strToU8(TEXT) }).slice(0, 60),
      'could not be opened',
    ],
  ])('%s', async (_, bytes, title) => {
    const report = await toldOf(sourcesOf(fileOf(bytes, 'x.zip')));
    expect(report).toMatchObject({ fault: 'input', where: 'x.zip' });
    expect(report.title).toContain(title);
  });

  test('a truncated gzipped file', async () => {
    const file = fileOf(gzipSync(TEXT).subarray(0, 60), 'a.csv.gz');
    expect(await toldOf(textsOf(file, 1000))).toMatchObject({
      fault: 'input',
      title: 'This file could not be read.',
      where: 'a.csv',
    });
  });

  test('an entry with a wrong checksum', async () => {
    const packed = zipSync({ 'a.csv': [strToU8(TEXT), { level: 0 }] });
    packed[100]! ^= 1;
    await expect(textsOf(fileOf(packed, 'a.zip'), 1000)).rejects.toBeInstanceOf(Failure);
  });
});
