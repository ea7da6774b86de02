import { blocksOf } from '../../src/ingest/container/bytes';
import type { Source } from '../../src/ingest/container/source';

/** Returns a source's whole text, and the number of bytes it reports as read. */
export async function textOfSource(
  source: Source,
  blockBytes = 1_000_000,
): Promise<{ text: string; readBytes: number; lastFlags: boolean[] }> {
  const parts: Uint8Array[] = [];
  const lastFlags: boolean[] = [];
  let readBytes = 0;
  for await (const block of blocksOf(source, () => blockBytes)) {
    parts.push(block.bytes);
    lastFlags.push(block.isLast);
    readBytes += block.readBytes;
  }
  return { text: Buffer.concat(parts).toString(), readBytes, lastFlags };
}
