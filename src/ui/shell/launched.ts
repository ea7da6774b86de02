/** What TypeScript's library does not have: how a browser hands files to an installed site. */
interface LaunchQueue {
  setConsumer(
    take: (launch: {
      readonly files: readonly (FileSystemFileHandle | FileSystemDirectoryHandle)[];
    }) => void,
  ): void;
}

/** `take`: for each time the installed site is opened with files; at once, if this was one. */
export function whenLaunchedWith(take: (handles: readonly FileSystemFileHandle[]) => void): void {
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    const handles = files.filter((handle) => handle.kind === 'file');
    if (handles.length > 0) take(handles);
  });
}
