import { describe, expect, test } from 'vitest';
import { paceOf } from '../../../src/ui/shell/pace';

const MB = 1_000_000;

describe('the pace of reading', () => {
  test.each([
    [10, 100, 2, '5.0 MB/s, about 20 seconds left'],
    [50, 100, 10, '5.0 MB/s, about 10 seconds left'],
    [90, 100, 18, '5.0 MB/s, about 2 seconds left'],
    [500, 5000, 5, '100 MB/s, about 45 seconds left'],
    [500, 5500, 5, '100 MB/s, about 50 seconds left'],
    [500, 6300, 5, '100 MB/s, about 1 minute left'],
    [500, 12_600, 5, '100 MB/s, about 3 minutes left'],
    [10, 80_000, 1.6, '6.3 MB/s, about 3 hours 34 minutes left'],
    [10, 36_010, 2, '5.0 MB/s, about 2 hours left'],
  ])('%d of %d MB in %d seconds', (read, total, seconds, words) => {
    const progress = { readBytes: read * MB, totalBytes: total * MB, elapsedMs: seconds * 1000 };
    expect(paceOf(progress)).toBe(words);
  });

  test.each([
    ['too early to say', 10, 100, 1],
    ['nothing read', 0, 100, 20],
    ['as good as over', 99, 100, 20],
    ['over', 100, 100, 20],
  ])('gives no estimate: %s', (_, read, total, seconds) => {
    const progress = { readBytes: read * MB, totalBytes: total * MB, elapsedMs: seconds * 1000 };
    expect(paceOf(progress)).toBeNull();
  });
});
