import type { Compressors, FileMetaData } from 'hyparquet';

/** Loads the decompressors only if a file needs them; hyparquet itself supports Snappy. */
export async function compressorsFor(metadata: FileMetaData): Promise<Compressors> {
  const codecs = metadata.row_groups.flatMap(({ columns }) =>
    columns.map((column) => column.meta_data?.codec ?? 'UNCOMPRESSED'),
  );
  if (codecs.every((codec) => codec === 'UNCOMPRESSED' || codec === 'SNAPPY')) return {};
  return (await import('hyparquet-compressors')).compressors;
}
