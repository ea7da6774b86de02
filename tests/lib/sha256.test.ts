import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256OfParts, sha256OfText } from '../../src/lib/sha256';

test('the hash of texts and of files in parts equals that of Node', async () => {
  const text = 'Zoë 😀, 山田\n'.repeat(99);
  const bytes = new TextEncoder().encode(text);
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(Buffer.from(sha256OfText(text)).toString('hex')).toBe(hash);
  expect(await sha256OfParts([bytes])).toBe(hash);
  const parts = [bytes.slice(0, 1), new Blob([bytes.slice(1, 700)]), bytes.slice(700)];
  expect(await sha256OfParts(parts)).toBe(hash);
  expect(await sha256OfParts([])).toBe(createHash('sha256').digest('hex'));
});
