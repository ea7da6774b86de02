import { Failure } from '../lib/failure';
import type { Container } from './source';

const AS_A_FILE = {
  title: 'This file could not be read.',
  hint: 'It may be a folder or a damaged archive, or it was moved, changed or locked since it was chosen. Choose it again.',
};

const WORDS: Record<Container['type'], { title: string; hint: string }> = {
  plain: AS_A_FILE,
  gzip: AS_A_FILE,
  zip: AS_A_FILE,
  xlsx: {
    title: 'This workbook could not be read.',
    hint: 'It may be damaged or only half downloaded, or it was moved, changed or locked since it was chosen. Open it in Excel and save it again, or save the sheet as "CSV UTF-8".',
  },
  parquet: {
    title: 'This Parquet file could not be read.',
    hint: 'It may be damaged or only half written, or it was moved, changed or locked since it was chosen. Write it again, or export the orders as CSV.',
  },
};

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
    throw new Failure({ fault: 'input', ...WORDS[type], where: name, details }, { cause: error });
  }
}
