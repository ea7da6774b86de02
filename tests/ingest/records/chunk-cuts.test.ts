import { describe, expect, test } from 'vitest';
import { chunkCount, chunkSize, chunkStart } from '../../../src/ingest/records/chunk-cuts';

const MIB = 2 ** 20;
const sizes = (chunkBytes: number) =>
  [0, 1, 2, 3].map((index) => chunkSize(index, chunkBytes) / MIB);

describe('chunk boundaries', () => {
  test('start with smaller chunks and continue with the requested size', () => {
    expect(sizes(4 * MIB)).toEqual([0.5, 4, 4, 4]);
    expect(sizes(12 * MIB)).toEqual([0.5, 4, 12, 12]);
    expect(sizes(MIB / 4)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  test.each([1, 7, 5_000_000, 12 * MIB])('are contiguous for chunks of %i bytes', (chunkBytes) => {
    for (let index = 0; index < 9; index += 1) {
      const size = chunkSize(index, chunkBytes);
      expect(size).toBeGreaterThan(0);
      expect(size).toBeLessThanOrEqual(chunkBytes);
      expect(chunkStart(index + 1, chunkBytes)).toBe(chunkStart(index, chunkBytes) + size);
    }
  });

  test.each([1, 7, 300_000, 5_000_000, 12 * MIB])(
    'determine the number of chunks of %i bytes',
    (chunkBytes) => {
      expect(chunkCount(0, chunkBytes)).toBe(1);
      for (let count = 1; count < 9; count += 1) {
        const end = chunkStart(count, chunkBytes);
        expect(chunkCount(end, chunkBytes)).toBe(count);
        expect(chunkCount(end + 1, chunkBytes)).toBe(count + 1);
      }
    },
  );
});
