import type { FailureReport } from '../lib/failure';

/** The dropped files, or why they cannot be taken: a folder shows itself as a file that cannot be read. */
export function filesOf(transfer: DataTransfer): { files: File[] } | { failure: FailureReport } {
  const folder = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .find((entry) => entry?.isDirectory === true);
  if (folder) {
    return {
      failure: {
        fault: 'input',
        title: 'This is a folder, not a file.',
        where: folder.name,
        hint: 'Open it and drop the CSV files that are in it; several at once are fine.',
      },
    };
  }
  return { files: [...transfer.files] };
}
