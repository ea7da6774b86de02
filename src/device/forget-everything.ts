/** The one list of what Dishboard keeps on this device, and the way to remove all of it. */
import type { LoadStore } from '../domain/remembered-load';

/** Names of what may be kept. What is added to the device is added here. */
const ITEMS = {
  settings: ['dishboard:settings'],
  choices: ['dishboard:choices'],
  bigquery: ['dishboard:bigquery'],
  guests: ['dishboard:guest-key', 'dishboard:hide-guests'],
  loads: ['dishboard:remember'],
} as const;
const PREFIX = 'dishboard:';

export type KeptItem = keyof typeof ITEMS | 'others';

export interface Forgotten {
  /** What was there and is not any more. */
  readonly removed: readonly KeptItem[];
  /** Whether the browser has let nothing of it stay. */
  readonly isAll: boolean;
}

/** `store`: null where the browser forbids it, so that there is nothing in it. */
export async function forgetEverything(
  store: Storage | null,
  loads: LoadStore,
): Promise<Forgotten> {
  const removed = new Set<KeptItem>();
  let isAll = true;
  try {
    const keys = Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? '');
    for (const key of keys.filter((own) => own.startsWith(PREFIX))) {
      store?.removeItem(key);
      removed.add(itemOf(key));
    }
  } catch {
    isAll = false;
  }
  try {
    if (await loads.clear()) removed.add('loads');
  } catch {
    // Where the browser has no database for the page, there is nothing in it.
    isAll &&= !('indexedDB' in globalThis);
  }
  const order: readonly KeptItem[] = [...(Object.keys(ITEMS) as (keyof typeof ITEMS)[]), 'others'];
  return { removed: order.filter((item) => removed.has(item)), isAll };
}

/** Another version may have kept what this one does not know. */
function itemOf(key: string): KeptItem {
  const items = Object.entries(ITEMS) as [keyof typeof ITEMS, readonly string[]][];
  return items.find(([, keys]) => keys.includes(key))?.[0] ?? 'others';
}
