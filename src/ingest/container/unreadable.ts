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

/** What `read` gives; what it throws, as a Failure about the file, unless it is one already. */
export async function orUnreadable<T>(
  name: string,
  type: Container['type'],
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    // Not the file's fault.
    if (error instanceof Failure || isOutOfMemory(error)) throw error;
    const details = error instanceof Error ? error.message : String(error);
    throw new Failure(
      { fault: 'input', what: WHAT[type], where: { file: name }, details },
      { cause: error },
    );
  }
}

/** What browsers throw where a file is not there any more as it was when it was chosen. */
const GONE = ['NotReadableError', 'NotFoundError'];

/** Of a file that could be read before. */
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
