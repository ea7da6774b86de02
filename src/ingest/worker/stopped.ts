import { Failure, isOutOfMemory } from '../../domain/failure';

/** The Failure for a worker's error event, which has no message if the worker never started. */
export function stoppedFailure({ message = 'it was not started' }: Partial<ErrorEvent>): Failure {
  return stoppedBy(new Error(`the worker stopped: ${message}`));
}

export function startOrFail(start: () => Worker): Worker {
  try {
    return start();
  } catch (error) {
    throw stoppedBy(error);
  }
}

function stoppedBy(error: unknown): Failure {
  return Failure.internal(isOutOfMemory(error) ? 'out of memory' : 'reader stopped', error);
}
