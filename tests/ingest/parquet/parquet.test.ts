import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/ingest/layout/inspect';
import { isoDate, isoDateTime, isoTime } from '../../../src/ingest/layout/iso-time';
import { plainDecimal, plainDouble, plainFloat } from '../../../src/ingest/layout/plain-number';
import { sourcesOf } from '../../../src/ingest/container/sources';
import { Failure } from '../../../src/domain/failure';
import { textOfSource } from '../../support/blocks';
import { toldOf } from '../../support/in-words';

const bytesOf = (folder: string) =>
  new Uint8Array(readFileSync(`tests/cases/parquet-with-${folder}/orders.parquet`));
const DECIMALS = bytesOf('decimal-prices');
const DICTIONARIES = bytesOf('dictionaries-and-zstd');
const FLOATS = bytesOf('gzip-floats-and-nested-columns');

async function sourceOf(bytes: Uint8Array<ArrayBuffer>) {
  const sources = await sourcesOf(new File([bytes], 'orders.parquet'));
  expect(sources).toHaveLength(1);
  return sources[0]!;
}

describe('a Parquet file as text', () => {
  test('has exact decimals and empty fields for nulls', async () => {
    const { text } = await textOfSource(await sourceOf(DECIMALS));
    expect(text.split('\n').slice(0, 4)).toEqual([
      'restaurant_names,food_names,first_name,food_cost,tax,tip',
      'Bean Bar,tea,Ann,0.10,0.0725,123456789012.345',
      'Bean Bar,cake,Bob,0.29,0.0725,',
      'Noodle House,soup,Cid,99999999.99,0.0725,-0.001',
    ]);
  });

  test('has one line per record and no nested columns', async () => {
    const { text } = await textOfSource(await sourceOf(DICTIONARIES));
    expect(text.split('\n')).toHaveLength(602);
    expect(text).toContain('\n"Café ""Zur Linde"", Wien",line break,');
    const floats = (await textOfSource(await sourceOf(FLOATS))).text.split('\n');
    expect(floats[0]).toBe('order_id,restaurant,dish,customer,price,paid,at,time,ratio,u,u64');
    expect(floats[1]).toBe(
      '9007199254740993,A,tea,Ann,4.35,TRUE,2026-11-22T18:30:00.25Z,09:05:00.000001,1000000000000000000000,4294967295,18446744073709551615',
    );
  });

  test.each([7, 1000, 1_000_000])(
    'reports progress up to the file size in blocks of %i bytes',
    async (size) => {
      const { readBytes, lastFlags } = await textOfSource(await sourceOf(DICTIONARIES), size);
      expect(readBytes).toBe(DICTIONARIES.length);
      expect(lastFlags.indexOf(true)).toBe(lastFlags.length - 1);
    },
  );

  test('is inspected as UTF-8 with commas', async () => {
    const { layout } = await inspect(await sourceOf(DICTIONARIES));
    expect(layout).toMatchObject({ encoding: 'utf-8', dialect: { delimiter: 44, quote: 34 } });
  });

  test('is read in slices', async () => {
    const source = await sourceOf(DICTIONARIES);
    const slice = source.file.slice.bind(source.file);
    const lengths: number[] = [];
    source.file.slice = (start = 0, end = source.file.size) => {
      // The first slice, which is the end of the file with the footer, is not counted.
      if (end < source.file.size) lengths.push(end - start);
      return slice(start, end);
    };
    await textOfSource(source);
    expect(lengths.length).toBeGreaterThan(21);
    expect(Math.max(...lengths)).toBeLessThan(DICTIONARIES.length / 4);
  });
});

describe('a damaged Parquet file is reported', () => {
  const attempt = async (bytes: Uint8Array<ArrayBuffer>) => {
    const source = await sourceOf(bytes);
    await inspect(source);
    await textOfSource(source);
  };

  test.each([
    ['only its signature', DECIMALS.slice(0, 4)],
    ['truncated', DECIMALS.slice(0, 1500)],
    ['without its pages', new Uint8Array([...DECIMALS.slice(0, 4), ...DECIMALS.slice(-900)])],
  ])('%s', async (_, bytes) => {
    expect(await toldOf(attempt(bytes))).toMatchObject({
      fault: 'input',
      title: 'This Parquet file could not be read.',
      where: 'orders.parquet',
    });
  });

  // On some of these files, hyparquet alone never stops.
  test.each([
    ['decimals', DECIMALS],
    ['version 2 pages', FLOATS],
  ])('at any byte: %s', async (_, bytes) => {
    for (let index = 4; index < bytes.length; index += 5) {
      for (const damage of [0xff, 0x00, bytes[index]! ^ 0x10]) {
        const damaged = bytes.slice();
        damaged[index] = damage;
        const error = await attempt(damaged).catch((thrown: unknown) => thrown);
        if (error !== undefined) expect(error).toBeInstanceOf(Failure);
      }
    }
  });

  test('by its kind if it is encrypted or compressed', async () => {
    const encrypted = DECIMALS.slice();
    encrypted.set([0x50, 0x41, 0x52, 0x45]);
    await expect(attempt(encrypted)).rejects.toThrow(/encrypted Parquet file/);
    await expect(attempt(new Uint8Array(gzipSync(DECIMALS)))).rejects.toThrow(/Parquet file in/);
  });
});

test('numbers have no exponent', () => {
  expect([4.5, 1e21, 1.25e-9, -1e-7, 0.1 + 0.2, 5e22, -0, NaN].map(plainDouble)).toEqual([
    '4.5',
    '1000000000000000000000',
    '0.00000000125',
    '-0.0000001',
    '0.30000000000000004',
    '50000000000000000000000',
    '0',
    'NaN',
  ]);
  expect([4.35, 0.1, 16777216, 1e-7].map((value) => plainFloat(Math.fround(value)))).toEqual([
    '4.35',
    '0.1',
    '16777216',
    '0.0000001',
  ]);
  expect(plainDecimal(-5n, 2)).toBe('-0.05');
  expect(plainDecimal(12345678901234567890n, 2)).toBe('123456789012345678.90');
  expect(plainDecimal(7n, 0)).toBe('7');
});

test('dates and times are written as ISO 8601, also before 1970', () => {
  expect(isoDate(20_779)).toBe('2026-11-22');
  expect(isoTime(32_700_000_001n, 1_000_000n)).toBe('09:05:00.000001');
  expect(isoDateTime(-1n, 1000n)).toBe('1969-12-31T23:59:59.999');
  expect(isoDateTime(-86_400_000n, 1000n)).toBe('1969-12-31T00:00:00');
  expect(isoDate(1e12)).toBe('1000000000000');
});
