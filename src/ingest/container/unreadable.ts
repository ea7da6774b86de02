import { Failure, isOutOfMemory } from '../../domain/failure';
import type { FailureId } from '../../domain/failures';
import type { Container } from './source';

const WHAT = {
  plain: 'unreadable file',
  gzip: 'unreadable file',
  zip: 'unreadable file',
  xlsx: 'unreadable workbook',
  parquet: 'unreadable Parquet file',
} as const satisfies Record<Container['type'], FailureId>;

/** Runs `read`, and converts its errors to Failures about the file. */
export async function readOrFail<T>(
  name: string,
  type: Container['type'],
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    // Lack of memory is not the file's fault.
    if (error instanceof Failure || isOutOfMemory(error)) throw error;
    const details = error instanceof Error ? error.message : String(error);
    throw new Failure(
      { fault: 'input', what: WHAT[type], where: { file: name }, details },
      { cause: error },
    );
  }
}

/** The names of the errors that browsers throw if a chosen file was changed or deleted. */
const GONE = ['NotReadableError', 'NotFoundError'];

/**
 * Converts an error about a file that was readable before. If the browser can no longer read the
 * file, the result is a Failure that the file has changed.
 */
export function toFileChanged(thrown: unknown): Failure {
  const failure = Failure.from(thrown);
  const { where, details = '' } = failure.report;
  if (!where || !isGone(failure)) return failure;
  return new Failure(
    { fault: 'input', what: 'file changed', where, details },
    { cause: failure.cause },
  );
}

function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return GONE.includes(error.name) || isGone(error.cause);
}
