import { QueryError } from '../../engine/engine';
import { Failure, type FailureReport } from '../../domain/failure';

/**
 * Turns any thrown value into a failure report. `canMatch` says whether the person can map columns
 * by hand.
 */
export function failureReport(thrown: unknown, canMatch: boolean): FailureReport {
  const { wayOn, ...report } = failureOf(thrown).report;
  const isOpen = wayOn !== 'match columns' || canMatch;
  return { ...report, ...(wayOn && isOpen && { wayOn }) };
}

function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof QueryError) || thrown.loss === null) return Failure.from(thrown);
  return Failure.internal(thrown.loss === 'memory' ? 'out of memory' : 'engine stopped', thrown);
}

/** Makes the failure of a query after the engine was lost. The reports on screen remain. */
export function lostFailure(thrown: unknown): Failure {
  return Failure.internal('engine lost', thrown, 'read again');
}
