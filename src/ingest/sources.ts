import { Failure } from '../lib/failure';
import { blocksOf } from './bytes';
import type { Source } from './source';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const GZIP = [0x1f, 0x8b];

/** What a dropped file holds: itself, what was packed into it, or each table of an archive. Told by its first bytes. */
export async function sourcesOf(file: File): Promise<Source[]> {
  const plain: Source = { name: file.name, file, container: { type: 'plain' } };
  const blocks = blocksOf(plain, ZIP.length);
  const { value } = await blocks.next();
  const head = value?.bytes ?? new Uint8Array(0);
  const startsWith = (mark: number[]) => mark.every((byte, index) => head[index] === byte);
  if (startsWith(GZIP)) {
    return [{ ...plain, name: file.name.replace(/\.gz$/i, ''), container: { type: 'gzip' } }];
  }
  return startsWith(ZIP) ? zipSources(file) : [plain];
}

async function zipSources(file: File): Promise<Source[]> {
  const { tablesInZip } = await import('./zip');
  const tables = await tablesInZip(file);
  if (tables.length === 0) {
    throw new Failure({
      fault: 'input',
      title: 'This is an Excel workbook or a ZIP archive without a CSV file in it.',
      where: file.name,
      hint: 'Save the sheet as "CSV UTF-8", or pack files that end in .csv, .tsv or .txt.',
    });
  }
  return tables.map(({ entry, name }) => ({ name, file, container: { type: 'zip', entry } }));
}
