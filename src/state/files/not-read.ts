import type { FailureReport } from '../../domain/failure';

/** Returns a report of the files that were skipped, or null if there are none. */
export function notRead(refused: readonly FailureReport[]): FailureReport | null {
  if (refused.length === 0) return null;
  return { fault: 'input', what: 'files left out', with: { refused } };
}
