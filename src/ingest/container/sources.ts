import { Failure } from '../../domain/failure';
import { blocksOf } from './bytes';
import { recogniseArchive } from '../layout/signature';
import type { Source } from './source';
import { partPath, WORKBOOK_PATH } from '../xlsx/places';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const GZIP = [0x1f, 0x8b];
const PARQUET = [0x50, 0x41, 0x52, 0x31];
/**
 * The first bytes of an OLE container: an Office file from before 2007, or an encrypted newer one.
 */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Lists the sources in an input file, whose format is recognised by its first bytes. Throws a
 * Failure if the file contains none.
 */
export async function sourcesOf(file: File): Promise<Source[]> {
  const plain: Source = { name: file.name, file, container: { type: 'plain' } };
  const blocks = blocksOf(plain, () => ZIP.length);
  const { value } = await blocks.next();
  const head = value?.bytes ?? new Uint8Array(0);
  const startsWith = (mark: number[]) => mark.every((byte, index) => head[index] === byte);
  if (startsWith(GZIP)) {
    return [{ ...plain, name: file.name.replace(/\.gz$/i, ''), container: { type: 'gzip' } }];
  }
  if (startsWith(PARQUET)) return [{ ...plain, container: { type: 'parquet' } }];
  if (startsWith(OLE)) {
    throw new Failure({
      fault: 'input',
      what: 'old or protected workbook',
      where: { file: file.name },
    });
  }
  return startsWith(ZIP) ? zipSources(file) : [plain];
}

async function zipSources(file: File): Promise<Source[]> {
  const { openZip, tablesOf } = await import('./zip');
  const archive = await openZip(file);
  const paths = archive.names.map(partPath);
  if (paths.some((path) => WORKBOOK_PATH.test(path))) {
    const { xlsxContainer } = await import('../xlsx/workbook');
    return [{ name: file.name, file, container: await xlsxContainer(file) }];
  }
  const document = recogniseArchive(paths);
  if (document !== null) {
    throw new Failure({
      fault: 'input',
      what: 'other document',
      with: { document },
      where: { file: file.name },
    });
  }
  const tables = tablesOf(archive);
  if (tables.length === 0) {
    throw new Failure({
      fault: 'input',
      what: 'archive without a table',
      where: { file: file.name },
    });
  }
  return tables.map(({ entry, name }) => ({ name, file, container: { type: 'zip', entry } }));
}
