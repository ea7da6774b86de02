import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/ingest/layout/inspect';
import { readChunks } from '../../../src/ingest/worker/read';
import { csvSource } from '../../support/engine';

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';

async function chunksOf(text: string, chunkBytes: number) {
  const source = csvSource(text);
  const chunks = [];
  for await (const chunk of readChunks(source, (await inspect(source)).layout, { chunkBytes })) {
    chunks.push(chunk);
  }
  return chunks;
}

describe('readChunks', () => {
  test('reads every byte after the header once', async () => {
    const body = 'a,b,c,1\n'.repeat(100);
    for (const chunkBytes of [1, 7, 64, 1_000_000]) {
      const chunks = await chunksOf(HEADER + body, chunkBytes);
      const sum = (pick: (chunk: (typeof chunks)[number]) => number) =>
        chunks.reduce((total, chunk) => total + pick(chunk), 0);
      expect(sum(({ counts }) => counts.bytes)).toBe(HEADER.length + body.length);
      expect(sum(({ counts }) => counts.records)).toBe(100);
      expect(sum(({ values }) => values.code.length)).toBe(4);
    }
  });

  test('counts a CRLF that inspection splits as one line break', async () => {
    const name = 'x'.repeat(1024 * 1024 - HEADER.length - 1);
    const chunks = await chunksOf(`${HEADER.trimEnd()},${name}\r\na,b,c,1,d\r\n`, 4_000_000);
    const chunk = chunks.at(-1);
    expect(chunk!.line[0]).toBe(2);
    expect(chunk!.counts).toMatchObject({ blankLines: 0, lines: 1 });
  });

  test('stops if it is aborted', async () => {
    const source = csvSource(HEADER + 'a,b,c,1\n'.repeat(100));
    const abort = new AbortController();
    const chunks = readChunks(source, (await inspect(source)).layout, {
      chunkBytes: 64,
      signal: abort.signal,
    });
    await chunks.next();
    abort.abort();
    await expect(chunks.next()).rejects.toThrow(/abort/i);
  });
});
