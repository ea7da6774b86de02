/** What a person can do about files that change, and about what is remembered: for the screens that offer it. */
import { createContext } from 'svelte';
import type { Forgotten } from '../../device/forget-everything';
import type { FilesOnDisk } from '../../state/files/files-on-disk.svelte';
import type { GuestNames } from '../../state/guests/guest-names.svelte';
import type { Memory } from '../../state/memory/memory.svelte';
import type { Session } from '../../state/session.svelte';
import { chooseFiles } from '../files/choosing';
import { filesOfHandles } from '../files/handles';

/** What there is of files, reports and all else on this device. */
export interface OnDevice {
  readonly onDisk: FilesOnDisk;
  readonly memory: Memory;
  /** Removes all that is kept on it. */
  forget(): Promise<Forgotten>;
}

export interface Refresh extends Pick<OnDevice, 'onDisk' | 'memory'> {
  /** The files on screen as they are on the disk now, or as a person chooses them again. */
  reload(): void;
  /** The files of the load that was remembered. */
  openLast(): void;
  setRemembering(isOn: boolean): void;
}

export const [getRefresh, setRefresh] = createContext<Refresh>();

/** While the page is looked at, the disk is looked at this often, and when somebody comes back to it. */
const LOOK_EVERY_MS = 30_000;

/** To be called where the page is put together. */
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
    const reread = onDisk.chosenAgain(files);
    await (reread ? session.reload(Promise.resolve(reread)) : session.openFiles(files));
  }

  $effect(() => void onDisk.follow(session.phase.shown, session.costs));
  $effect(() => void memory.follow(session.phase.shown));
  $effect(() => {
    if (guests.areHidden) void memory.dropGuests();
  });
  $effect(() =>
    whenLookedAt(() => {
      void onDisk.check();
    }),
  );
}

/** Returns how to stop it. */
function whenLookedAt(look: () => void): () => void {
  const lookIfSeen = () => {
    if (document.visibilityState === 'visible') look();
  };
  const timer = setInterval(lookIfSeen, LOOK_EVERY_MS);
  addEventListener('focus', lookIfSeen);
  document.addEventListener('visibilitychange', lookIfSeen);
  return () => {
    clearInterval(timer);
    removeEventListener('focus', lookIfSeen);
    document.removeEventListener('visibilitychange', lookIfSeen);
  };
}
