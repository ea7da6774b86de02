import type { FailureReport } from '../../domain/failure';

/** Files that were left out beside others that were read: told, and no failure. */
export function notRead(refused: readonly FailureReport[]): FailureReport | null {
  if (refused.length === 0) return null;
  return { fault: 'input', what: 'files left out', with: { refused } };
}
