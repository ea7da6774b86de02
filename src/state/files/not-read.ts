import type { FailureReport } from '../../domain/failure';

export function notRead(refused: readonly FailureReport[]): FailureReport | null {
  if (refused.length === 0) return null;
  return { fault: 'input', what: 'files left out', with: { refused } };
}
