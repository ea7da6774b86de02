/** Provides actions on changed files and on the remembered load as a Svelte context. */
import { createContext } from 'svelte';
import type { Forgotten } from '../../device/forget-everything';
import type { FilesOnDisk } from '../../state/files/files-on-disk.svelte';
import type { GuestNames } from '../../state/guests/guest-names.svelte';
import type { Memory } from '../../state/memory/memory.svelte';
import type { Session } from '../../state/session.svelte';
import { chooseFiles } from '../files/choosing';
import { filesOfHandles } from '../files/handles';

/** The services that deal with this device. */
export interface OnDevice {
  readonly onDisk: FilesOnDisk;
  readonly memory: Memory;
  /** Removes all data stored on this device. */
  forget(): Promise<Forgotten>;
}

export interface Refresh extends Pick<OnDevice, 'onDisk' | 'memory'> {
  /** Reads the files on screen again, from disk or from files that the person chooses again. */
  reload(): void;
  /** Opens the files of the remembered load. */
  openLast(): void;
  setRemembering(isOn: boolean): void;
}

export const [getRefresh, setRefresh] = createContext<Refresh>();

/** How often the disk is polled while the page is visible. Returning to the page polls at once. */
const POLL_EVERY_MS = 30_000;

/**
 * Creates the actions and provides them as a context. Must be called while a component is created.
 */
export function useRefresh(
  session: Session,
  { onDisk, memory }: OnDevice,
  guests: GuestNames,
): void {
  setRefresh({
    onDisk,
    memory,
    reload: () => void (onDisk.way === 'reload' ? session.reload(onDisk.look()) : chooseAgain()),
    openLast: () => {
      const handles = memory.last?.handles ?? [];
      if (handles.length > 0) void session.openFound(filesOfHandles(handles));
      else void chooseFiles().then((files) => session.openFiles(files));
    },
    setRemembering: (isOn) => void memory.setOn(isOn, session.phase.shown),
  });

  async function chooseAgain(): Promise<void> {
    const files = await chooseFiles();
    const reread = onDisk.matchChosenFiles(files);
    await (reread ? session.reload(Promise.resolve(reread)) : session.openFiles(files));
  }

  $effect(() => void onDisk.follow(session.phase.shown, session.costs));
  $effect(() => void memory.follow(session.phase.shown));
  $effect(() => {
    if (guests.areHidden) void memory.dropGuests();
  });
  $effect(() =>
    pollWhileVisible(() => {
      void onDisk.check();
    }),
  );
}

/** Polls while the page is visible. Returns a function that stops this. */
function pollWhileVisible(look: () => void): () => void {
  const pollIfVisible = () => {
    if (document.visibilityState === 'visible') look();
  };
  const timer = setInterval(pollIfVisible, POLL_EVERY_MS);
  addEventListener('focus', pollIfVisible);
  document.addEventListener('visibilitychange', pollIfVisible);
  return () => {
    clearInterval(timer);
    removeEventListener('focus', pollIfVisible);
    document.removeEventListener('visibilitychange', pollIfVisible);
  };
}
