import { Zip, ZipDeflate } from 'fflate';

export type Part = Uint8Array<ArrayBuffer> | Blob;

export interface ArchiveEntry {
  readonly name: string;
  readonly parts: readonly Part[];
}

/** Returns a ZIP file in parts. Equal entries and equal dates result in equal bytes. */
export async function zip(entries: readonly ArchiveEntry[], date: Date): Promise<Blob[]> {
  const parts: Blob[] = [];
  const archive = new Zip((error, part) => {
    if (error) throw error;
    parts.push(new Blob([part as Uint8Array<ArrayBuffer>]));
  });
  for (const { name, parts: content } of entries) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = date;
    archive.add(entry);
    for (const part of content) entry.push(await bytesOf(part));
    entry.push(new Uint8Array(0), true);
  }
  archive.end();
  return parts;
}

/** Reads the bytes through a Blob, so that the page stays responsive. */
async function bytesOf(part: Part): Promise<Uint8Array> {
  return new Uint8Array(await new Blob([part]).arrayBuffer());
}
