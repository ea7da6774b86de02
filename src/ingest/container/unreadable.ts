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

/** Returns the result of `read`. Any other error becomes a Failure about the file. */
export async function orUnreadable<T>(
  name: string,
  type: Container['type'],
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    // These are not the file's fault.
    if (error instanceof Failure || isOutOfMemory(error)) throw error;
    const details = error instanceof Error ? error.message : String(error);
    throw new Failure(
      { fault: 'input', what: WHAT[type], where: { file: name }, details },
      { cause: error },
    );
  }
}

/** Browsers throw these if the file has changed or is gone since it was chosen. */
const GONE = ['NotReadableError', 'NotFoundError'];

/** The failure of a file that could be read before. */
export function sinceChanged(thrown: unknown): Failure {
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
