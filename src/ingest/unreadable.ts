import { Failure, type FailureId } from '../lib/failure';
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
    if (error instanceof Failure) throw error;
    const details = error instanceof Error ? error.message : String(error);
    throw new Failure(
      { fault: 'input', what: WHAT[type], where: { file: name }, details },
      { cause: error },
    );
  }
}
