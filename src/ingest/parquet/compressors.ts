import type { Compressors, FileMetaData } from 'hyparquet';

/** What unpacks the file's pages. Snappy, the usual one, the reader knows itself; all others are loaded only where one is needed. */
export async function compressorsFor(metadata: FileMetaData): Promise<Compressors> {
  const codecs = metadata.row_groups.flatMap(({ columns }) =>
    columns.map((column) => column.meta_data?.codec ?? 'UNCOMPRESSED'),
  );
  if (codecs.every((codec) => codec === 'UNCOMPRESSED' || codec === 'SNAPPY')) return {};
  return (await import('hyparquet-compressors')).compressors;
}
