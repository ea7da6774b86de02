/** A worker that is gone, or that never was there. */
import { Failure, isOutOfMemory } from '../../domain/failure';

/** What a worker tells of its end: nothing where it was never started. */
export function stopped({ message = 'it was not started' }: Partial<ErrorEvent>): Failure {
  return stoppedBy(new Error(`the worker stopped: ${message}`));
}

/** A worker; a Failure where the browser gives none. */
export function orNotStarted(start: () => Worker): Worker {
  try {
    return start();
  } catch (error) {
    throw stoppedBy(error);
  }
}

function stoppedBy(error: unknown): Failure {
  return Failure.ours(isOutOfMemory(error) ? 'out of memory' : 'reader stopped', error);
}
