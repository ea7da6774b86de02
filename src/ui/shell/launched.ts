/** The part of the File Handling API that is used here, because TypeScript's library lacks it. */
interface LaunchQueue {
  setConsumer(
    take: (launch: {
      readonly files: readonly (FileSystemFileHandle | FileSystemDirectoryHandle)[];
    }) => void,
  ): void;
}

/** Calls `take` each time the installed site is opened with files. */
export function whenLaunchedWith(take: (handles: readonly FileSystemFileHandle[]) => void): void {
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    const handles = files.filter((handle) => handle.kind === 'file');
    if (handles.length > 0) take(handles);
  });
}
