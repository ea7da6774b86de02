/** Failures of a worker that has stopped or did not start. */
import { Failure, isOutOfMemory } from '../../domain/failure';

/** Takes the worker's error event, or nothing if it was never started. */
export function stopped({ message = 'it was not started' }: Partial<ErrorEvent>): Failure {
  return stoppedBy(new Error(`the worker stopped: ${message}`));
}

/** Returns a worker, or throws a Failure if the browser refuses. */
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
