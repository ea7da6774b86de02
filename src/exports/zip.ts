import { Zip, ZipDeflate } from 'fflate';

export interface ArchiveEntry {
  readonly name: string;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

/** The entries as one ZIP, in parts; the same bytes for the same entries and date. */
export function zip(entries: readonly ArchiveEntry[], date: Date): Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part as Uint8Array<ArrayBuffer>);
  });
  for (const { name, parts: content } of entries) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = date;
    archive.add(entry);
    for (const part of content) entry.push(part);
    entry.push(new Uint8Array(0), true);
  }
  archive.end();
  return parts;
}
