import type { ExportedFile } from '../../exports';

/** This delay leaves every browser enough time to read the blob. */
const REVOKE_AFTER_MS = 60_000;

export function download(file: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([...file.parts], { type: file.mimeType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, REVOKE_AFTER_MS);
}
