import { describe, expect, test } from 'vitest';
import { sliceBytes } from '../../src/ingest/slice-bytes';

const BYTES = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);

describe('the bytes of a slice', () => {
  const file = new File([BYTES], 'a.csv');

  test.each([
    [0, 300_000],
    [1, 299_999],
    [70_000, 140_001],
    [5, 5],
  ])('are all there, from %d to %d', async (from, to) => {
    const bytes = await sliceBytes(file.slice(from, to));
    expect(Buffer.from(bytes).equals(Buffer.from(BYTES.subarray(from, to)))).toBe(true);
    expect(bytes.buffer.byteLength).toBe(to - from);
  });

  test('are read as a whole where the browser has no streams of bytes', async () => {
    const slice = Object.assign(file.slice(3, 9), { stream: () => new ReadableStream() });
    expect([...(await sliceBytes(slice))]).toEqual([3, 4, 5, 6, 7, 8]);
  });

  test('are not given where the file ends before them', async () => {
    const stream = () => new File([BYTES.subarray(0, 9)], 'a.csv').stream();
    const slice = Object.assign(file.slice(0, 10), { stream });
    await expect(sliceBytes(slice)).rejects.toThrow('shorter');
  });
});
