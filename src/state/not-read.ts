import type { FailureReport } from '../lib/failure';

/** Files that were left out beside others that were read: told, and no failure. */
export function notRead(refused: readonly FailureReport[]): FailureReport | null {
  const [first, ...others] = refused;
  if (!first) return null;
  return {
    fault: 'input',
    title:
      others.length === 0
        ? 'One file was not read; the others were.'
        : `${String(refused.length)} files were not read; the others were.`,
    where: refused.map(({ where }) => where ?? '').join('; '),
    hint: [...new Set(refused.map(({ title }) => title))].slice(0, 3).join(' '),
  };
}
