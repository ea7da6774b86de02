import { QueryError } from '../../engine/engine';
import { Failure, type FailureReport } from '../../domain/failure';

/**
 * What was thrown as the page tells it: an engine that is gone is told apart from a statement that
 * failed. `canMatch`: whether there are columns to be matched by hand.
 */
export function failureReport(thrown: unknown, canMatch: boolean): FailureReport {
  const { wayOn, ...report } = failureOf(thrown).report;
  const isOpen = wayOn !== 'match columns' || canMatch;
  return { ...report, ...(wayOn && isOpen && { wayOn }) };
}

function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof QueryError) || thrown.loss === null) return Failure.from(thrown);
  return Failure.ours(thrown.loss === 'memory' ? 'out of memory' : 'engine stopped', thrown);
}

/** Of reports that no engine holds any more: what is on the page stays, and the rest needs one. */
export function lostFailure(thrown: unknown): Failure {
  return Failure.ours('engine lost', thrown, 'read again');
}
