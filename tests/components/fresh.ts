import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether a generated file exists and is as new as its sources. A source that is a folder includes
 * all files in it.
 */
export function isFresh(made: string, sources: readonly string[]): boolean {
  if (!existsSync(made)) return false;
  const madeAt = statSync(made).mtimeMs;
  return sources.every((source) => newest(source) <= madeAt);
}

function newest(file: string): number {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((entry) => newest(path.join(file, entry))));
}
